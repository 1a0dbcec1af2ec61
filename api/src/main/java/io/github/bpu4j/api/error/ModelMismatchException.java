// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The model loads but is not the classifier that was asked for: labels and classes differ in
 * number, or the output is ambiguous.
 */
public final class ModelMismatchException extends ClassifierException {
  private static final long serialVersionUID = 1L;

  /** A failure without a native call. */
  public ModelMismatchException(String message) {
    super(message, null, null);
  }

  /** A failure with its cause. */
  public ModelMismatchException(String message, Throwable cause) {
    super(message, null, cause);
  }

  /** A failure that a native call reported. */
  public ModelMismatchException(String message, @Nullable NativeStatus nativeStatus) {
    super(message, nativeStatus, null);
  }
}
