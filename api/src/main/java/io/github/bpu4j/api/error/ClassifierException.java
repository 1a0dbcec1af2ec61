// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The base class of all failures after a picture has been read.
 *
 * <p>Reading and decoding throw {@link java.io.IOException} instead, and invalid arguments cause
 * {@link IllegalArgumentException}. The message says what was found, what was expected and what to
 * do.
 *
 * @since 0.1.0
 */
public abstract sealed class ClassifierException extends RuntimeException
    permits RuntimeUnavailableException,
        ModelLoadException,
        IncompatibleModelException,
        ModelMismatchException,
        InferenceException,
        InferenceTimeoutException,
        ClassifierBusyException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable NativeStatus nativeStatus;

  ClassifierException(
      String message, @Nullable NativeStatus nativeStatus, @Nullable Throwable cause) {
    super(nativeStatus == null ? message : message + ": " + nativeStatus, cause);
    this.nativeStatus = nativeStatus;
  }

  /** Returns the status from the native library; empty if no native call failed. */
  public final Optional<NativeStatus> nativeStatus() {
    return Optional.ofNullable(nativeStatus);
  }
}
