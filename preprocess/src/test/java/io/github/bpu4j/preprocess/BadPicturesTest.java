// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files and bombs are refused with a message, within the small heap of these tests. */
final class BadPicturesTest {
  static Stream<String> refused() {
    return GoldenVectors.all("images")
        .filter(vector -> vector.mode().equals("refused"))
        .map(GoldenVectors.Vector::input);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefused(String name) {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256L << 20);
    assertThatThrownBy(() -> ImageFrame.read(GoldenVectors.file(name)))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining(name)
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .containsAnyOf("expected", "limit", "damaged", "longest side"));
  }

  @Test
  void bytesThatDoNotFitInTheHeapAreRefused() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] to, int from, int length) {
            return length;
          }
        };
    assertThatThrownBy(
            () -> ImageFrame.decode(endless, DecodeLimits.defaults().withMaxBytes(1L << 30)))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContainingAll("do not fit in the heap", "maxBytes");
  }

  @Test
  void pixelsThatDoNotFitInTheHeapAreRefused() throws IOException {
    DecodeLimits none =
        new DecodeLimits(Long.MAX_VALUE, Integer.MAX_VALUE, 1L << 30, 64, Long.MAX_VALUE);
    byte[] bomb = Files.readAllBytes(GoldenVectors.file("bomb_png_20000_1bit.png"));
    assertThatThrownBy(() -> ImageFrame.decode(bomb, none))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContainingAll("do not fit in the heap", "maxPixels");
  }

  /** ImageIO wraps the shortage in an exception that speaks of reading. */
  @Test
  void shortageOfHeapIsNotDamage() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(HexFormat.of().parseHex("89504E470D0A1A0A"));
    byte[] header = ByteBuffer.allocate(13).putInt(16_000).putInt(16_000).put(8, (byte) 8).array();
    header[9] = 2;
    chunk(png, "IHDR", header);
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(rows)) {
      deflater.write(new byte[100]);
    }
    chunk(png, "IDAT", rows.toByteArray());
    chunk(png, "IEND", new byte[0]);
    DecodeLimits many = DecodeLimits.defaults().withMaxPixels(1L << 30);
    assertThatThrownBy(() -> ImageFrame.decode(png.toByteArray(), many))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContainingAll("do not fit in the heap", "maxPixels");
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
    byte[] named =
        ByteBuffer.allocate(4 + content.length).put(type.getBytes(UTF_8)).put(content).array();
    CRC32 crc = new CRC32();
    crc.update(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** A quarter of this heap is 64 MB; coefficients of 36 megapixels in 4:4:4 are 230 MB. */
  @Test
  void coefficientsOverAQuarterOfTheHeapAreRefusedBeforeTheyAreTaken() throws IOException {
    byte[] bomb = Files.readAllBytes(GoldenVectors.file("jpeg_444_prog.jpg"));
    int frame = 0;
    while (bomb[frame] != (byte) 0xFF || bomb[frame + 1] != (byte) 0xC2) {
      frame++;
    }
    ByteBuffer.wrap(bomb).putShort(frame + 5, (short) 6000).putShort(frame + 7, (short) 6000);
    Nv12Converter converter = new Nv12Converter(Preprocessing.vendorSample(), 224, 224);
    Nv12Buffer target = Nv12Buffer.allocate(224, 224);
    String refusal = "coefficients take 229500000 bytes, the limit is %d";
    DecodeLimits limits = DecodeLimits.defaults();
    assertThatThrownBy(() -> ImageFrame.decode(bomb))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining(refusal, limits.maxMemory())
        .hasMessageContaining("DecodeLimits.maxMemory");
    assertThatThrownBy(() -> converter.convert(bomb, limits, target))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining(refusal, limits.maxMemory());
  }
}
