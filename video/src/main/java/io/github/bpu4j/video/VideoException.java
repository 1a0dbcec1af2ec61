// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import java.io.IOException;
import java.util.Objects;

/**
 * A source of frames could not be opened, or failed; the message is one line with a remedy.
 *
 * @since 0.1.0
 */
public final class VideoException extends IOException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /**
   * What kind of failure it is.
   *
   * @since 0.1.0
   */
  public enum Reason {
    /** There is no {@code ffmpeg} on this machine, or it cannot be started. */
    NO_FFMPEG,
    /** No such device, file or host. */
    NOT_FOUND,
    /** Another program uses the device. */
    BUSY,
    /** This user may not open the device or file, or the server wants a login. */
    NO_PERMISSION,
    /** The source exists, but holds no video that this {@code ffmpeg} can decode. */
    CODEC,
    /** The server did not answer, or no frame came for too long. */
    NO_ANSWER,
    /** Frames came, and then {@code ffmpeg} ended before the source did. */
    INTERRUPTED,
    /** Anything else that {@code ffmpeg} says. */
    OTHER
  }

  VideoException(Reason reason, String message) {
    super(message);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  VideoException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** The kind of failure. */
  public Reason reason() {
    return reason;
  }
}
