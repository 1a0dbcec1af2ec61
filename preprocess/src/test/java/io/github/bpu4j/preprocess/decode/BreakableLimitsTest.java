// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.Limit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit that a format declares is broken by a file of it, and no format asks for another. */
final class BreakableLimitsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final int ENTRIES_TOO_MANY = 5000;

  static Stream<Arguments> declared() {
    return Arrays.stream(ImageFormat.values())
        .flatMap(format -> format.breakable().stream().map(limit -> Arguments.of(format, limit)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("declared")
  void isBroken(ImageFormat format, Limit limit) throws IOException {
    byte[] file = file(format, limit);
    String named =
        switch (limit) {
          case BYTES -> "maxBytes";
          case PIXELS -> "maxPixels";
          case SIDE -> "maxSide";
          case MEMORY -> "maxMemory";
          case SCANS -> "maxJpegScans";
          case PARTS -> "entries in its directory";
        };
    assertThatThrownBy(() -> ImageDecoder.decode(file, lowered(limit)))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining(named);
  }

  private static DecodeLimits lowered(Limit limit) {
    DecodeLimits limits = DecodeLimits.defaults();
    return switch (limit) {
      case BYTES -> limits.withMaxBytes(20);
      case PIXELS -> limits.withMaxPixels(20);
      case SIDE -> limits.withMaxSide(20);
      case MEMORY -> limits.withMaxMemory(20);
      case SCANS -> limits.withMaxJpegScans(1);
      case PARTS -> limits;
    };
  }

  private static byte[] file(ImageFormat format, Limit limit) throws IOException {
    byte[] file =
        Files.readAllBytes(
            GOLDEN.resolve(
                switch (format) {
                  case JPEG -> "img/jpeg_420_prog.jpg";
                  case PNG -> "img/png_rgb.png";
                  case BMP -> "img/bmp24.bmp";
                  case GIF -> "img/gif.gif";
                  case TIFF -> limit == Limit.SCANS ? "img/jpeg_420_prog.jpg" : "img/tiff_lzw.tif";
                  case WEBP -> "img/webp_lossy.webp";
                  case PNM -> "img/ppm.ppm";
                }));
    if (format == ImageFormat.TIFF && limit == Limit.SCANS) {
      return tiffOf(file);
    }
    if (limit == Limit.PARTS) {
      int directory = (file[4] & 0xFF) | ((file[5] & 0xFF) << 8) | ((file[6] & 0xFF) << 16);
      file[directory] = (byte) ENTRIES_TOO_MANY;
      file[directory + 1] = (byte) (ENTRIES_TOO_MANY >> 8);
    }
    return file;
  }

  /** Wraps a JPEG of 250x172 in a TIFF of one strip. */
  private static byte[] tiffOf(byte[] jpeg) {
    int[][] entries = {
      {256, 250}, {257, 172}, {258, 8}, {259, 7}, {262, 6}, {273, 8}, {277, 3}, {279, jpeg.length}
    };
    ByteBuffer file =
        ByteBuffer.allocate(8 + jpeg.length + 2 + 12 * entries.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {'I', 'I', 42, 0}).putInt(8 + jpeg.length).put(jpeg);
    file.putChar((char) entries.length);
    for (int[] entry : entries) {
      file.putChar((char) entry[0]).putChar((char) 4).putInt(1).putInt(entry[1]);
    }
    return file.array();
  }
}
