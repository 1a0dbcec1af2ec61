// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.io.IOException;

/** A picture that cannot be decoded: unknown format, damaged, or larger than the limits. */
public final class ImageDecodeException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one from what was got, what was expected and what to do.
   *
   * @param message for people
   */
  public ImageDecodeException(String message) {
    super(message);
  }

  /**
   * Makes one that keeps the decoder's own exception.
   *
   * @param message for people
   * @param cause what the decoder threw
   */
  public ImageDecodeException(String message, Throwable cause) {
    super(message, cause);
  }
}
