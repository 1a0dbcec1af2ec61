// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** The part of a decoder's message that is for the client who sent the picture. */
final class ClientDetail {
  private static final String FOR_THE_DEVELOPER = "; raise ";

  private ClientDetail() {}

  /**
   * Leaves out the path, which only the outer of two exceptions names, and the advice to change
   * limits, which is for the server's developer.
   */
  static String of(ImageDecodeException failure) {
    String message = innermost(failure).getMessage();
    if (message == null) {
      return "The picture is damaged or of an unknown format.";
    }
    int advice = message.indexOf(FOR_THE_DEVELOPER);
    return advice < 0 ? message : message.substring(0, advice);
  }

  private static Throwable innermost(ImageDecodeException failure) {
    Throwable inner = failure;
    while (inner.getCause() instanceof ImageDecodeException cause) {
      inner = cause;
    }
    return inner;
  }
}
