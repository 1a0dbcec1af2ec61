// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Input shared by the benchmarks of inference: the photo as a camera frame, and the model. */
final class Frame224 {
  static final int SIDE = 224;
  static final int BYTES = SIDE * SIDE / 2 * 3;
  static final int CLASSES = 1000;

  private Frame224() {}

  /** The photo as NV12 of VIDEO range in direct memory. */
  static ByteBuffer nv12() {
    try (InputStream in = resource(Frame224.class, "/chelsea.png")) {
      Nv12Buffer target = new Nv12Buffer(ByteBuffer.allocateDirect(BYTES), SIDE, SIDE, SIDE);
      new Nv12Converter(Preprocessing.vendorSample(), SIDE, SIDE)
          .convert(ImageFrame.decode(in), target);
      return target.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the bytes of the model that bpu4j-runtime-onnx bundles. */
  static byte[] network() {
    String name = "/io/github/bpu4j/runtime/onnx/efficientnet_lite0_nv12_int8w.onnx";
    try (InputStream in = resource(Classifier.class, name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(Class<?> near, String name) {
    return Objects.requireNonNull(near.getResourceAsStream(name), name);
  }
}
