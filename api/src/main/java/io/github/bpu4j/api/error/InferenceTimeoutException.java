// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.error;

import org.jspecify.annotations.Nullable;

/**
 * There was no answer within the timeout; the memory is set aside until the runtime is done with
 * it, and the classifier stays usable.
 *
 * @since 0.1.0
 */
public final class InferenceTimeoutException extends ClassifierException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure without a native call. */
  public InferenceTimeoutException(String message) {
    super(message, null, null);
  }

  /** Creates a failure with its cause. */
  public InferenceTimeoutException(String message, Throwable cause) {
    super(message, null, cause);
  }

  /** Creates a failure that a native call reported. */
  public InferenceTimeoutException(String message, @Nullable NativeStatus nativeStatus) {
    super(message, nativeStatus, null);
  }
}
