// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** The part of a decoder's message that is for the client who sent the picture. */
final class ClientDetail {
  private static final String FOR_THE_DEVELOPER = "; raise ";

  private ClientDetail() {}

  /**
   * Leaves out the path, which only the outer of two exceptions names, and the advice to change
   * limits, which is for the server's developer. A message that repeats another exception, such as
   * that of a library, may name folders, memory and artifacts of the server: nothing of it is told.
   */
  static String of(ImageDecodeException failure) {
    ImageDecodeException inner = innermost(failure);
    String message = inner.getMessage();
    if (message == null || inner.getCause() != null) {
      return "The picture is damaged or of a format that the server cannot decode.";
    }
    int advice = message.indexOf(FOR_THE_DEVELOPER);
    return advice < 0 ? message : message.substring(0, advice);
  }

  private static ImageDecodeException innermost(ImageDecodeException failure) {
    ImageDecodeException inner = failure;
    while (inner.getCause() instanceof ImageDecodeException cause) {
      inner = cause;
    }
    return inner;
  }
}
