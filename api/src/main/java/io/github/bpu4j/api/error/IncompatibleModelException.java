// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The model is intact but made for something else: another BPU architecture, a newer runtime, or a
 * kind of input that this runtime does not support.
 *
 * @since 0.1.0
 */
public final class IncompatibleModelException extends ClassifierException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure without a native call. */
  public IncompatibleModelException(String message) {
    super(message, null, null);
  }

  /** Creates a failure with its cause. */
  public IncompatibleModelException(String message, Throwable cause) {
    super(message, null, cause);
  }

  /** Creates a failure that a native call reported. */
  public IncompatibleModelException(String message, @Nullable NativeStatus nativeStatus) {
    super(message, nativeStatus, null);
  }
}
