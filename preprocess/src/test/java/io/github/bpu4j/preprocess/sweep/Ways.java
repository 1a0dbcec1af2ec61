// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.util.Arrays;

/** From a file to NV12 of one size, in one pass and by way of a frame. */
final class Ways {
  private final Nv12Converter converter;
  private final Nv12Buffer target;

  /** Creates both ways to 224x224, with linear interpolation and video range. */
  Ways() {
    this(Preprocessing.vendorSample(), 224, 224);
  }

  Ways(Preprocessing settings, int width, int height) {
    converter = new Nv12Converter(settings, width, height);
    target = Nv12Buffer.allocate(width, height);
  }

  /**
   * Converts a file in one pass.
   *
   * @throws ImageDecodeException when both ways refuse it
   * @throws AssertionError when the ways differ
   */
  byte[] nv12(byte[] file) throws ImageDecodeException {
    ImageFrame frame;
    try {
      frame = ImageFrame.decode(file);
    } catch (ImageDecodeException e) {
      assertThatThrownBy(() -> converter.convert(file, DecodeLimits.defaults(), target))
          .as("in one pass, where a frame is refused: %s", e.getMessage())
          .isInstanceOf(ImageDecodeException.class);
      throw e;
    }
    return nv12(file, frame);
  }

  /** Converts a file in one pass, of which this frame was decoded. */
  byte[] nv12(byte[] file, ImageFrame frame) {
    converter.convert(frame, target);
    byte[] asFrame = bytes();
    try {
      converter.convert(file, DecodeLimits.defaults(), target);
    } catch (ImageDecodeException e) {
      throw new AssertionError("a frame is read, and refused in one pass", e);
    }
    byte[] inOnePass = bytes();
    if (!Arrays.equals(inOnePass, asFrame)) {
      throw new AssertionError("the pixels of a frame are others");
    }
    return inOnePass;
  }

  private byte[] bytes() {
    byte[] bytes = new byte[target.bytes().limit()];
    target.bytes().get(0, bytes);
    return bytes;
  }
}
