// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.io.IOException;

/**
 * Thrown when a picture cannot be decoded: unknown format, damage, or a limit exceeded.
 *
 * @since 0.1.0
 */
public final class ImageDecodeException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates one with a message.
   *
   * @param message what was found, what was expected and what to do
   */
  public ImageDecodeException(String message) {
    super(message);
  }

  /**
   * Creates one with a message and the exception of the underlying decoder.
   *
   * @param message what was found, what was expected and what to do
   * @param cause the exception thrown by the decoder
   */
  public ImageDecodeException(String message, Throwable cause) {
    super(message, cause);
  }
}
