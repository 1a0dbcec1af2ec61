// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every even width of a target has its pixels in their places, with bars of every width: pictures
 * of the target's height are not scaled, so that each output byte follows from one or four pixels.
 */
final class TargetWidthsTest {
  private static final int HEIGHT = 6;
  private static final int BAR = 127;

  static IntStream widths() {
    return IntStream.rangeClosed(1, 13).map(half -> 2 * half);
  }

  @ParameterizedTest
  @MethodSource("widths")
  void colors(int width) {
    for (ChromaSiting chroma : ChromaSiting.values()) {
      Preprocessing settings =
          Preprocessing.vendorSample().withFit(Fit.LETTERBOX).withChroma(chroma);
      Nv12Converter converter = new Nv12Converter(settings, width, HEIGHT);
      for (int w = 1; w <= width; w++) {
        byte[] rgb = Formulas.noise(w * HEIGHT * 3, w);
        Nv12Buffer target = Nv12Buffer.allocate(width, HEIGHT);
        converter.convert(ImageFrame.rgb(ByteBuffer.wrap(rgb), w, HEIGHT, 3 * w), target);
        assertThat(target.bytes().array())
            .as("%d columns in %d, %s", w, width, chroma)
            .isEqualTo(expected(rgb, w, width, chroma));
      }
    }
  }

  private static byte[] expected(byte[] rgb, int w, int width, ChromaSiting chroma) {
    byte[] nv12 = new byte[width * HEIGHT * 3 / 2];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < width; x++) {
        int[] color = new int[3];
        int[] block = new int[3];
        for (int c = 0; c < 3; c++) {
          color[c] = value(rgb, w, width, x, y, c);
          block[c] = color[c];
          if (chroma == ChromaSiting.AVERAGE && (x & 1) == 0 && (y & 1) == 0) {
            int sum = color[c] + value(rgb, w, width, x + 1, y, c);
            sum += value(rgb, w, width, x, y + 1, c) + value(rgb, w, width, x + 1, y + 1, c);
            block[c] = (sum + 2) >> 2;
          }
        }
        nv12[y * width + x] = (byte) mix(color, 269484, 528482, 102760, 16);
        if ((x & 1) == 0 && (y & 1) == 0) {
          int at = (HEIGHT + y / 2) * width + x;
          nv12[at] = (byte) mix(block, -155188, -305135, 460324, 128);
          nv12[at + 1] = (byte) mix(block, 460324, -385875, -74448, 128);
        }
      }
    }
    return nv12;
  }

  private static int value(byte[] rgb, int w, int width, int x, int y, int c) {
    int inPicture = x - (width - w) / 2;
    return inPicture < 0 || inPicture >= w ? BAR : rgb[(y * w + inPicture) * 3 + c] & 0xFF;
  }

  private static int mix(int[] rgb, int r, int g, int b, int black) {
    return (r * rgb[0] + g * rgb[1] + b * rgb[2] + (black << 20) + (1 << 19)) >> 20;
  }

  @ParameterizedTest
  @MethodSource("widths")
  void cameraFrames(int width) {
    Preprocessing settings = Preprocessing.vendorSample().withFit(Fit.LETTERBOX);
    Nv12Converter converter = new Nv12Converter(settings, width, HEIGHT);
    for (int w = 2; w <= width; w += 2) {
      byte[] nv12 = Formulas.noise(w * HEIGHT * 3 / 2, w);
      Nv12Buffer target = Nv12Buffer.allocate(width, HEIGHT);
      converter.convert(
          ImageFrame.nv12(ByteBuffer.wrap(nv12), w, HEIGHT, w, YuvRange.VIDEO), target);
      byte[] expected = new byte[width * HEIGHT * 3 / 2];
      for (int y = 0; y < HEIGHT * 3 / 2; y++) {
        int step = y < HEIGHT ? 1 : 2;
        int left = (width / step - w / step) / 2 * step;
        for (int x = 0; x < width; x++) {
          boolean isBar = x < left || x >= left + w;
          expected[y * width + x] = isBar ? BAR : nv12[y * w + x - left];
        }
      }
      assertThat(target.bytes().array()).as("%d columns in %d", w, width).isEqualTo(expected);
    }
  }
}
