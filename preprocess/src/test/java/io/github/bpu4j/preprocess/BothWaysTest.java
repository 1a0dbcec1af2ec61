// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file gives the same NV12 or refusal whether its bytes are converted or the frame made of it.
 */
final class BothWaysTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final int MUTATIONS = 400;
  private static final long SEED = 15;
  private static final DecodeLimits LIMITS = DecodeLimits.defaults();

  private final Nv12Buffer target = Nv12Buffer.allocate(48, 32);

  static Stream<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("golden/img", "golden/hard", "crashers")) {
      try (Stream<Path> all = Files.list(RESOURCES.resolve(folder))) {
        all.filter(file -> !file.toString().endsWith(".tsv")).forEach(files::add);
      }
    }
    return files.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileAndEverySettingOfJpeg(Path file) throws IOException {
    byte[] encoded = Files.readAllBytes(file);
    boolean isJpeg = file.toString().endsWith(".jpg");
    for (Preprocessing settings : isJpeg ? settings() : List.of(Preprocessing.vendorSample())) {
      Nv12Converter converter = converter(settings);
      byte[] expected = ofFrame(converter, encoded);
      assertThat(ofBytes(converter, encoded)).as("%s", settings).isEqualTo(expected);
      assertThat(ofFile(converter, file)).as("%s", settings).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void mutationsOfJpegFiles(Interpolation interpolation) throws IOException {
    Nv12Converter converter =
        converter(Preprocessing.vendorSample().withInterpolation(interpolation));
    List<byte[]> originals = new ArrayList<>();
    for (Path file : files().filter(path -> path.toString().endsWith(".jpg")).toList()) {
      originals.add(Files.readAllBytes(file));
    }
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = Mutations.of(originals.get(i % originals.size()), SEED + i);
      assertThat(ofBytes(converter, mutated))
          .as("seed %d", SEED + i)
          .isEqualTo(ofFrame(converter, mutated));
    }
  }

  @Test
  void aRefusalNamesTheFile() {
    Path file = GoldenVectors.file("bad_trunc_half.jpg");
    assertThatThrownBy(() -> converter(Preprocessing.vendorSample()).convert(file, LIMITS, target))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageStartingWith(file + ": damaged JPEG");
  }

  @Test
  void limitsHoldBothWays() {
    Path file = GoldenVectors.file("jpeg_444_prog.jpg");
    Nv12Converter converter = converter(Preprocessing.vendorSample());
    for (DecodeLimits limits :
        List.of(
            LIMITS.withMaxBytes(1000),
            LIMITS.withMaxSide(10),
            LIMITS.withMaxPixels(100),
            LIMITS.withMaxJpegScans(9),
            LIMITS.withMaxMemory(1000))) {
      assertThatThrownBy(() -> ImageFrame.read(file, limits))
          .as("%s", limits)
          .isInstanceOf(ImageDecodeException.class)
          .satisfies(
              refusal ->
                  assertThatThrownBy(() -> converter.convert(file, limits, target))
                      .isInstanceOf(ImageDecodeException.class)
                      .hasMessage(refusal.getMessage()));
    }
  }

  private static List<Preprocessing> settings() {
    List<Preprocessing> all = new ArrayList<>();
    for (Fit fit : Fit.values()) {
      for (Interpolation interpolation : Interpolation.values()) {
        all.add(
            Preprocessing.vendorSample()
                .withFit(fit)
                .withInterpolation(interpolation)
                .withChroma(all.size() % 2 == 0 ? ChromaSiting.TOP_LEFT : ChromaSiting.AVERAGE));
      }
    }
    return all;
  }

  private static Nv12Converter converter(Preprocessing settings) {
    return new Nv12Converter(settings, 48, 32);
  }

  private byte[] ofFrame(Nv12Converter converter, byte[] encoded) throws IOException {
    return outcome(() -> converter.convert(ImageFrame.decode(encoded), target));
  }

  private byte[] ofBytes(Nv12Converter converter, byte[] encoded) throws IOException {
    return outcome(() -> converter.convert(encoded, LIMITS, target));
  }

  private byte[] ofFile(Nv12Converter converter, Path file) throws IOException {
    return outcome(() -> converter.convert(file, LIMITS, target));
  }

  /** The picture, or nothing if the file is refused or too elongated. */
  private byte[] outcome(Conversion conversion) throws IOException {
    try {
      conversion.run();
      return GoldenVectors.bytes(target.bytes());
    } catch (ImageDecodeException | IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return new byte[0];
    }
  }

  /** Writes the target. */
  @FunctionalInterface
  private interface Conversion {
    void run() throws IOException;
  }
}
