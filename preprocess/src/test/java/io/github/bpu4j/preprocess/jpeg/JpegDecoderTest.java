// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers, limits and the two ways to pixels; that these are OpenCV's, the sweep shows. */
final class JpegDecoderTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/img");
  private static final DecodeLimits LIMITS = DecodeLimits.defaults();
  private static final int DHT = 0xC4;
  private static final int SOS = 0xDA;

  private final JpegDecoder decoder = new JpegDecoder();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jpeg_420.jpg        | 3 | false | 2 | 2
          jpeg_422.jpg        | 3 | false | 2 | 1
          jpeg_440.jpg        | 3 | false | 1 | 2
          jpeg_444_prog.jpg   | 3 | true  | 1 | 1
          jpeg_rgb_adobe0.jpg | 3 | false | 1 | 1
          """)
  void tellsWhatTheHeaderSays(
      String file, int components, boolean isProgressive, int columns, int rows)
      throws IOException {
    JpegHeader header = open(read(file));
    assertThat(header.unsupported()).isNull();
    assertThat(header.components()).isEqualTo(components);
    assertThat(header.isProgressive()).isEqualTo(isProgressive);
    assertThat(header.columnsPerChroma()).isEqualTo(columns);
    assertThat(header.rowsPerChroma()).isEqualTo(rows);
    assertThat(header.isRgb()).isEqualTo(file.contains("rgb"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jpeg_411.jpg  | sampling 4x1, 1x1, 1x1
          jpeg_cmyk.jpg | 4 components
          """)
  void namesWhatItDoesNotTake(String file, String reason) throws IOException {
    assertThat(open(read(file)).unsupported()).isEqualTo(reason);
  }

  static Stream<String> taken() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(jpeg|exif)_.*\\.jpg") && !name.matches(".*(411|cmyk).*"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("taken")
  void givesSomePixelsAsAll(String name) throws IOException {
    byte[] file = read(name);
    JpegHeader header = open(file);
    byte[] all = decoder.decode(LIMITS);
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      int[] columns = random.ints(1 + random.nextInt(60), 0, header.width()).toArray();
      boolean[] rows = new boolean[header.height()];
      for (int y = 0; y < rows.length; y++) {
        rows[y] = random.nextInt(1 + i) == 0;
      }
      checkRows(file, all, columns, rows);
    }
  }

  private void checkRows(byte[] file, byte[] all, int[] columns, boolean[] rows)
      throws ImageDecodeException {
    JpegHeader header = open(file);
    int channels = header.components();
    int[][] out = new int[channels][columns.length];
    decoder.start(columns, columns.length, rows, LIMITS);
    for (int y = 0; y < rows.length; y++) {
      if (rows[y]) {
        decoder.row(y, out);
        for (int i = 0; i < columns.length; i++) {
          for (int c = 0; c < channels; c++) {
            int expected = all[(y * header.width() + columns[i]) * channels + c] & 0xFF;
            assertThat(out[c][i]).as("row %d column %d", y, columns[i]).isEqualTo(expected);
          }
        }
      }
    }
    decoder.finish();
    decoder.close();
  }

  @Test
  void readsFramesOfMotionJpegWithoutTheirTables() throws IOException {
    byte[] file = read("jpeg_420.jpg");
    open(file);
    byte[] expected = decoder.decode(LIMITS);
    byte[] frame = withoutHuffmanTables(file);
    assertThat(frame.length).isEqualTo(file.length - 412 - 4 * 5);
    open(frame);
    assertThat(decoder.decode(LIMITS)).isEqualTo(expected);
  }

  @Test
  void refusesProgressionsWithoutTheirTables() throws IOException {
    byte[] frame = withoutHuffmanTables(read("jpeg_420_prog.jpg"));
    open(frame);
    assertThatThrownBy(() -> decoder.decode(LIMITS))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining("DC table 0, which the file does not define");
  }

  /** The file without the DHT segments before its first scan. */
  private static byte[] withoutHuffmanTables(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, 2);
    int at = 2;
    while ((file[at + 1] & 0xFF) != SOS) {
      int length = 2 + ((file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF));
      if ((file[at + 1] & 0xFF) != DHT) {
        out.write(file, at, length);
      }
      at += length;
    }
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  @Test
  void boundsTheMemoryOfSeveralScansBeforeItIsTaken() throws IOException {
    JpegHeader header = open(read("jpeg_444_prog.jpg"));
    int blocks = 3 * ((header.width() + 7) / 8) * ((header.height() + 7) / 8);
    long bytes = blocks * (64L * 2 + 8);
    assertThatThrownBy(() -> decoder.decode(LIMITS.withMaxMemory(bytes - 1)))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining("take %d bytes, the limit is %d", bytes, bytes - 1)
        .hasMessageContaining("DecodeLimits.maxMemory");
    open(read("jpeg_444_prog.jpg"));
    assertThat(decoder.decode(LIMITS.withMaxMemory(bytes))).isNotEmpty();
  }

  @Test
  void boundsTheNumberOfScans() throws IOException {
    open(read("jpeg_444_prog.jpg"));
    assertThatThrownBy(() -> decoder.decode(LIMITS.withMaxJpegScans(9)))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining("more than 9 scans")
        .hasMessageContaining("DecodeLimits.maxJpegScans");
    open(read("jpeg_444_prog.jpg"));
    assertThat(decoder.decode(LIMITS.withMaxJpegScans(10))).isNotEmpty();
  }

  private JpegHeader open(byte[] file) throws ImageDecodeException {
    return decoder.open(file, file.length);
  }

  private static byte[] read(String file) throws IOException {
    return Files.readAllBytes(FOLDER.resolve(file));
  }
}
