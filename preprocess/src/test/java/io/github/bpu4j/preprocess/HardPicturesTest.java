// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files on which a decoder goes wrong quietly give OpenCV's bytes or are refused. */
final class HardPicturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/hard");

  private final Nv12Converter converter = new Nv12Converter(Preprocessing.vendorSample(), 224, 224);
  private final Nv12Buffer target = Nv12Buffer.allocate(224, 224);

  /** One line of {@code expected.tsv}; the hash is "-" where none is known. */
  record Hard(String file, String expect, String sha256) {
    @Override
    public String toString() {
      return file + " " + expect;
    }
  }

  static Stream<Hard> hard() throws IOException {
    return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream()
        .map(line -> line.split("\t", -1))
        .skip(1)
        .map(cells -> new Hard(cells[0], cells[1], cells[3]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hard")
  void isAsExpected(Hard hard) throws IOException {
    byte[] file = Files.readAllBytes(FOLDER.resolve(hard.file()));
    switch (hard.expect()) {
      case "equal" -> assertThat(sha256(file)).isEqualTo(hard.sha256());
      case "refuse" ->
          assertThatThrownBy(() -> sha256(file)).isInstanceOf(ImageDecodeException.class);
      default -> assertThat(sha256OrRefusal(file)).isIn(hard.sha256(), "refused");
    }
  }

  /** A decoder that takes the low byte of 16 bits is not seen where both bytes are the same. */
  @Test
  void sixteenBitRampHasOtherLowBytes() throws IOException {
    byte[] file = Files.readAllBytes(FOLDER.resolve("p_p5_16bit_ramp.pgm"));
    int raster = file.length - 64 * 64 * 2;
    assertThat(IntStream.range(0, 64 * 64).map(i -> raster + 2 * i))
        .filteredOn(at -> file[at] != file[at + 1])
        .hasSizeGreaterThan(64 * 63);
  }

  private String sha256OrRefusal(byte[] file) {
    try {
      return sha256(file);
    } catch (ImageDecodeException e) {
      assertThat(e.getMessage()).isNotBlank();
      return "refused";
    }
  }

  private String sha256(byte[] file) throws ImageDecodeException {
    converter.convert(file, DecodeLimits.defaults(), target);
    return GoldenVectors.sha256(GoldenVectors.bytes(target.bytes()));
  }
}
