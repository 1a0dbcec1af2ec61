// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The model loads but does not match the options: the numbers of labels and classes differ, or the
 * output is ambiguous.
 *
 * @since 0.1.0
 */
public final class ModelMismatchException extends ClassifierException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure without a native call. */
  public ModelMismatchException(String message) {
    super(message, null, null);
  }

  /** Creates a failure with its cause. */
  public ModelMismatchException(String message, Throwable cause) {
    super(message, null, cause);
  }

  /** Creates a failure that a native call reported. */
  public ModelMismatchException(String message, @Nullable NativeStatus nativeStatus) {
    super(message, nativeStatus, null);
  }
}
