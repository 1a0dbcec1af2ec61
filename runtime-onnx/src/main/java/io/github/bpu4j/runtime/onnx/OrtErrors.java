// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import io.github.bpu4j.api.error.NativeStatus;
import java.util.List;

/** Translates errors of ONNX Runtime. */
final class OrtErrors {
  private OrtErrors() {}

  /**
   * Returns the status for a {@link io.github.bpu4j.api.error.ClassifierException}.
   *
   * @param function of ONNX Runtime's C interface
   */
  static NativeStatus status(String function, OrtException e) {
    OrtErrorCode code = e.getCode();
    return new NativeStatus(function, number(code), code.name(), remedy(code));
  }

  /** Returns the value in C; the first name stands for -1. */
  private static int number(OrtErrorCode code) {
    return List.of(OrtErrorCode.values()).indexOf(code) - 1;
  }

  /** Returns the message without the error code that the Java binding puts in front. */
  static String message(OrtException e) {
    String text = String.valueOf(e.getMessage());
    int marker = text.indexOf("message:");
    return marker < 0 ? text : text.substring(marker + "message:".length()).strip();
  }

  private static String remedy(OrtErrorCode code) {
    return switch (code) {
      case ORT_INVALID_PROTOBUF, ORT_NO_MODEL, ORT_INVALID_GRAPH ->
          "the file is damaged or is not an ONNX model; export or copy it again";
      case ORT_NO_SUCHFILE -> "put the files that the model refers to next to it";
      case ORT_NOT_IMPLEMENTED -> "export the model with standard operators of an older opset";
      default -> "check that the file is a complete ONNX model that this ONNX Runtime supports";
    };
  }
}
