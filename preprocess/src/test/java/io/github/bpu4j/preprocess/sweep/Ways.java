// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.util.Arrays;

/** From a file to NV12 of one size, in one pass and by way of a frame. */
final class Ways {
  private static final byte[] REFUSED = {};

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
   * @throws AssertionError when the other way gives something else
   */
  byte[] nv12(byte[] file) throws ImageDecodeException {
    byte[] asFrame = asFrame(file);
    try {
      converter.convert(file, DecodeLimits.defaults(), target);
    } catch (ImageDecodeException e) {
      assertThat(asFrame).as("a frame is read, in one pass: %s", e).isSameAs(REFUSED);
      throw e;
    }
    byte[] inOnePass = bytes();
    if (!Arrays.equals(inOnePass, asFrame)) {
      throw new AssertionError(
          asFrame == REFUSED ? "a frame is refused" : "the pixels of a frame are others");
    }
    return inOnePass;
  }

  private byte[] asFrame(byte[] file) {
    try {
      converter.convert(ImageFrame.decode(file), target);
      return bytes();
    } catch (ImageDecodeException e) {
      return REFUSED;
    }
  }

  private byte[] bytes() {
    byte[] bytes = new byte[target.bytes().limit()];
    target.bytes().get(0, bytes);
    return bytes;
  }
}
