// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RGB of a model's size is what NV12 of that size is made of. */
final class RgbConverterTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;

  private static ImageFrame noise(int width, int height) {
    byte[] pixels = new byte[3 * width * height];
    new Random(7).nextBytes(pixels);
    return ImageFrame.bgr(ByteBuffer.wrap(pixels), width, height, 3 * width);
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void nv12OfItIsTheNv12OfTheFrame(Interpolation interpolation) {
    for (Fit fit : Fit.values()) {
      Preprocessing settings =
          new Preprocessing(fit, interpolation, YuvRange.FULL, ChromaSiting.AVERAGE);
      ImageFrame frame = noise(101, 57);
      byte[] rgb = new RgbConverter(fit, interpolation, WIDTH, HEIGHT).convert(frame);
      ImageFrame resized = ImageFrame.rgb(ByteBuffer.wrap(rgb), WIDTH, HEIGHT, 3 * WIDTH);
      assertThat(nv12(settings.withFit(Fit.STRETCH), resized))
          .as(fit.name())
          .isEqualTo(nv12(settings, frame));
    }
  }

  private static byte[] nv12(Preprocessing settings, ImageFrame frame) {
    Nv12Buffer target =
        new Nv12Buffer(ByteBuffer.allocate(WIDTH * HEIGHT / 2 * 3), WIDTH, HEIGHT, WIDTH);
    new Nv12Converter(settings, WIDTH, HEIGHT).convert(frame, target);
    return target.bytes().array();
  }

  @Test
  void grayAndYuvBecomeRgb() {
    RgbConverter converter = new RgbConverter(Fit.STRETCH, Interpolation.LINEAR, 2, 2);
    ImageFrame gray = ImageFrame.gray(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), 2, 2, 2);
    assertThat(converter.convert(gray)).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);
    ByteBuffer planes = ByteBuffer.wrap(new byte[] {16, 16, 16, 16, (byte) 128, (byte) 128});
    ImageFrame black = ImageFrame.i420(planes, 2, 2, 2, YuvRange.VIDEO);
    assertThat(converter.convert(black)).containsOnly(0);
  }

  @Test
  void sizesWithoutPixelsAreRefused() {
    assertThatThrownBy(() -> new RgbConverter(Fit.STRETCH, Interpolation.LINEAR, 0, 4))
        .hasMessage("a picture has at least 1x1 pixels, got 0x4");
  }
}
