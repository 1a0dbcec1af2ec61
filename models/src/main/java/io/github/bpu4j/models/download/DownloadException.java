// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file could not be downloaded; the message names its address, what came, and what to do.
 *
 * @since 0.1.0
 */
public final class DownloadException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Whether the same request may succeed later. */
  private final boolean passing;

  private final @Nullable Duration wait;

  private DownloadException(
      String message, boolean passing, @Nullable Duration wait, @Nullable Throwable cause) {
    super(message, cause);
    this.passing = passing;
    this.wait = wait;
  }

  /** A failure that lasts until somebody changes something. */
  public static DownloadException lasting(String message, @Nullable Throwable cause) {
    return new DownloadException(message, false, null, cause);
  }

  static DownloadException lasting(String message) {
    return lasting(message, null);
  }

  static DownloadException passing(String message, @Nullable Throwable cause) {
    return new DownloadException(message, true, null, cause);
  }

  static DownloadException passing(String message) {
    return new DownloadException(message, true, null, null);
  }

  /** A failure after which the server asks to wait. */
  static DownloadException passingAfter(Duration wait, String message) {
    return new DownloadException(message, true, wait, null);
  }

  boolean isPassing() {
    return passing;
  }

  /** How long the server asks to wait. */
  Optional<Duration> askedWait() {
    return Optional.ofNullable(wait);
  }
}
