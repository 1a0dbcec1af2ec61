// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged files of every format give a picture or an {@link ImageDecodeException}, in a small heap,
 * in bounded time and without a word on the standard streams.
 *
 * <p>{@code bpu4j.fuzz.mutations} sets how many for each format, {@code bpu4j.fuzz.seed} where they
 * start. A file that once did anything else is kept under {@code crashers} and tried again here.
 */
final class MutatedPicturesTest {
  private static final int MUTATIONS = Integer.getInteger("bpu4j.fuzz.mutations", 300);
  private static final long SEED = Long.getLong("bpu4j.fuzz.seed", 20261122L);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Path CRASHERS = Path.of("src/test/resources/crashers");

  private final Nv12Converter converter = new Nv12Converter(Preprocessing.vendorSample(), 64, 64);
  private final Nv12Buffer target = Nv12Buffer.allocate(64, 64);

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp", "gif", "tif", "webp", "ppm", "pgm"})
  void pictureOrException(String extension) throws IOException {
    List<byte[]> originals = originals(extension);
    int pictures = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = Mutations.of(originals.get(i % originals.size()), SEED + i);
      pictures += isPicture(mutated, extension + " seed " + (SEED + i)) ? 1 : 0;
    }
    assertThat(pictures).as("mutations that are still pictures").isLessThan(MUTATIONS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"crashers"})
  void crashersOfThePast(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CRASHERS)) {
      for (Path file : files.sorted().toList()) {
        isPicture(Files.readAllBytes(file), folder + "/" + file.getFileName());
      }
    }
  }

  private static List<byte[]> originals(String extension) throws IOException {
    List<String> names =
        GoldenVectors.all("images")
            .filter(vector -> vector.mode().equals("pixels"))
            .map(GoldenVectors.Vector::input)
            .filter(name -> name.endsWith("." + extension))
            .toList();
    List<byte[]> files = new ArrayList<>();
    for (String name : names) {
      files.add(Files.readAllBytes(GoldenVectors.file(name)));
    }
    return files;
  }

  private boolean isPicture(byte[] bytes, String name) {
    PrintStream standardError = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      return Assertions.assertTimeoutPreemptively(LONGEST, () -> decodes(bytes), name);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(name + " of " + bytes.length + " bytes: " + e, e);
    } finally {
      System.setErr(standardError);
      assertThat(said.toString(StandardCharsets.UTF_8)).as(name).isEmpty();
    }
  }

  private boolean decodes(byte[] bytes) {
    try {
      converter.convert(ImageFrame.decode(bytes), target);
      return true;
    } catch (ImageDecodeException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    }
  }
}
