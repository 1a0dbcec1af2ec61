// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damages files at random and reads them: a result or the documented exception, within 64 MB.
 *
 * <p>{@code -Dbpu4j.fuzz.cases} sets how many, {@code -Dbpu4j.fuzz.seed} from where on; {@code
 * -Pfuzz} does 100,000. A file that breaks the reader is kept in {@code target/crashers}; put it
 * into the {@code crashers} test resources to have it replayed on every build.
 */
class MutationTest {
  private static final int CASES = Integer.getInteger("bpu4j.fuzz.cases", 3_000);
  private static final long SEED = Long.getLong("bpu4j.fuzz.seed", 1);
  private static final Path CRASHERS = Path.of("target", "crashers");

  /** Bytes that one reading may allocate in all, garbage included. */
  private static final long ALLOCATION_LIMIT = 48L << 20;

  @Test
  void damagedFilesGiveAResultOrTheDocumentedException() {
    List<byte[]> originals = originals();
    int refused = 0;
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Random random = new Random(seed);
      byte[] original = originals.get(random.nextInt(originals.size()));
      byte[] damaged = new Mutation(random).of(original);
      refused += isRefused(damaged, "seed " + seed) ? 1 : 0;
    }
    assertThat(refused).as("refused of %d", CASES).isBetween(CASES / 10, CASES - CASES / 10);
  }

  @ParameterizedTest
  @MethodSource("crashers")
  void filesThatOnceBrokeTheReaderNoLongerDo(Path file) throws IOException {
    assertThat(isRefused(Files.readAllBytes(file), file.toString())).isTrue();
  }

  static List<Path> crashers() throws IOException {
    Path folder = Path.of("src", "test", "resources", "crashers");
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static boolean isRefused(byte[] bytes, String origin) {
    long before = Allocation.soFar();
    boolean compiledRefused = isCompiledRefused(bytes, origin);
    boolean onnxRefused = isOnnxRefused(bytes, origin);
    if (Allocation.soFar() - before > ALLOCATION_LIMIT) {
      keep(bytes, origin, null);
    }
    return compiledRefused && onnxRefused;
  }

  private static boolean isCompiledRefused(byte[] bytes, String origin) {
    try {
      for (ModelDescription model : new CompiledReader(ByteSource.of(bytes)).read().models()) {
        use(model);
        new CompiledReader(ByteSource.of(bytes)).graph(CRASHERS, model.name());
      }
      return false;
    } catch (ModelFileException e) {
      assertThat(e.getMessage()).isNotBlank();
      return true;
    } catch (IOException | RuntimeException | Error e) {
      keep(bytes, origin, e);
      return true;
    }
  }

  private static boolean isOnnxRefused(byte[] bytes, String origin) {
    try {
      new OnnxReader(ByteSource.of(bytes)).read().outputs().forEach(OutputDescription::classes);
      return false;
    } catch (ModelFileException e) {
      return true;
    } catch (IOException | RuntimeException | Error e) {
      keep(bytes, origin, e);
      return true;
    }
  }

  /** Asks for everything that is worked out from the facts. */
  private static void use(ModelDescription model) {
    ClassifierRequirements.marchObjection(model);
    ClassifierRequirements.inputObjection(model);
    model.calibration();
    model.compilerVersion();
    model.outputs().forEach(OutputDescription::classes);
    assertThat(model.name()).isNotBlank();
    assertThat(model.inputs()).isNotEmpty().allMatch(input -> input.width() >= -1);
  }

  private static void keep(byte[] bytes, String origin, Throwable cause) {
    try {
      Files.createDirectories(CRASHERS);
      Path file = CRASHERS.resolve(origin.replaceAll("\\W", "-") + ".bin");
      Files.write(file, bytes);
      fail("%s breaks the reader; kept as %s".formatted(origin, file), cause);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> originals() {
    List<byte[]> originals = new ArrayList<>();
    originals.add(ModelFiles.small());
    originals.add(ModelFiles.onnx());
    for (byte[] large :
        List.of(
            ModelFiles.packed(),
            ModelFiles.withoutTail(),
            ModelFiles.rgb(),
            ModelFiles.olderForm())) {
      originals.add(ModelFiles.withShortProgram(large));
    }
    originals.add(ModelFiles.real());
    return originals;
  }
}
