// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The model could not be read or loaded: a missing file, a damaged one, or too little memory.
 *
 * @since 0.1.0
 */
public final class ModelLoadException extends ClassifierException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure without a native call. */
  public ModelLoadException(String message) {
    super(message, null, null);
  }

  /** Creates a failure with its cause. */
  public ModelLoadException(String message, Throwable cause) {
    super(message, null, cause);
  }

  /** Creates a failure that a native call reported. */
  public ModelLoadException(String message, @Nullable NativeStatus nativeStatus) {
    super(message, nativeStatus, null);
  }
}
