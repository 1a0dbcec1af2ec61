// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.error;

import org.jspecify.annotations.Nullable;

/**
 * All requests were in use, or the hardware queue was full, until the timeout; retrying later may
 * work.
 *
 * @since 0.1.0
 */
public final class ClassifierBusyException extends ClassifierException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure without a native call. */
  public ClassifierBusyException(String message) {
    super(message, null, null);
  }

  /** Creates a failure with its cause. */
  public ClassifierBusyException(String message, Throwable cause) {
    super(message, null, cause);
  }

  /** Creates a failure that a native call reported. */
  public ClassifierBusyException(String message, @Nullable NativeStatus nativeStatus) {
    super(message, nativeStatus, null);
  }
}
