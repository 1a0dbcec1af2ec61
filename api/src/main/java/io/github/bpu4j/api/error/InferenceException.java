// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The runtime failed on a picture; the request was replaced and the classifier stays usable.
 *
 * @since 0.1.0
 */
public final class InferenceException extends ClassifierException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure without a native call. */
  public InferenceException(String message) {
    super(message, null, null);
  }

  /** Creates a failure with its cause. */
  public InferenceException(String message, Throwable cause) {
    super(message, null, cause);
  }

  /** Creates a failure that a native call reported. */
  public InferenceException(String message, @Nullable NativeStatus nativeStatus) {
    super(message, nativeStatus, null);
  }
}
