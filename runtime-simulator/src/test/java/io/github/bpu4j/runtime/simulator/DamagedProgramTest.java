// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.modelfile.ModelGraph;
import io.github.bpu4j.runtime.simulator.program.Simulator;
import io.github.bpu4j.testsupport.ModelFiles;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nine hundred damaged BPU programs end in the documented exception, or in exactly the numbers that
 * the vendor's program prints for them; nothing hangs or is left behind.
 */
class DamagedProgramTest {
  private static final Logger LOG = LoggerFactory.getLogger(DamagedProgramTest.class);
  private static final int CASES = Integer.getInteger("bpu4j.damaged", 900);
  private static final Duration AMPLE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void endsInAnExceptionOrInWhatTheProgramPrinted() throws Exception {
    Simulator simulator = VendorProgram.required();
    long leftBefore = Leftovers.count();
    int refused = 0;
    int answered = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Path file = damaged(seed);
      float[] scores = scores(file);
      refused += scores == null ? 1 : 0;
      answered += scores == null ? 0 : 1;
      if (scores != null) {
        assertThat(scores).as("seed " + seed).containsExactly(printed(simulator, file));
      }
      assertThat(Leftovers.count()).as("left by seed " + seed).isEqualTo(leftBefore);
    }
    LOG.info("{} damaged programs: {} refused, {} answered as printed", CASES, refused, answered);
    assertThat(refused).isGreaterThan(CASES / 10);
    assertThat(answered).isGreaterThan(CASES / 10);
  }

  /**
   * The raw model, whose scores are the BPU's integers times a scale, with changes in its program.
   */
  private Path damaged(int seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = ModelFiles.compiled("raw");
    Path file = Files.write(folder.resolve("raw.bin"), bytes);
    ModelGraph.Program program = ModelGraph.read(file, "raw").program().orElseThrow();
    int start = (int) program.offset();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = start + random.nextInt((int) program.length());
      while (bytes[at] == 0 && random.nextInt(50) > 0) {
        at = start + random.nextInt((int) program.length());
      }
      int length = random.nextInt(8) == 0 ? Math.min(64, bytes.length - at) : 1;
      for (int j = 0; j < length; j++) {
        bytes[at + j] ^= (byte) (1 + random.nextInt(255));
      }
    }
    return Files.write(file, bytes);
  }

  /** Null if it was refused as documented. */
  private static float[] scores(Path file) {
    try (ClassificationModel model = new SimulatorRuntime().load(file, LoadOptions.defaults());
        InferRequest request = model.createRequest()) {
      request.input().bytes().put(0, picture());
      request.infer(AMPLE);
      float[] scores = new float[10];
      request.readScores(scores);
      return scores;
    } catch (InferenceTimeoutException e) {
      throw new AssertionError("a damaged program hangs", e);
    } catch (InferenceException e) {
      assertThat(e.getMessage()).startsWith("model raw failed: hbdk-sim on raw_subgraph_0: ");
      return null;
    } catch (ClassifierException e) {
      assertThat(e.getMessage()).contains("raw.bin");
      return null;
    }
  }

  private static byte[] picture() {
    return TestPattern.bytes("pattern", 48, 48 * 32 * 3 / 2);
  }

  /** Runs the vendor's program without any of our classes, and multiplies what it prints. */
  private float[] printed(Simulator simulator, Path file) throws Exception {
    Path results = Files.createDirectories(folder.resolve("results"));
    Path code = results.resolve("program");
    try (var out = Files.newOutputStream(code)) {
      ModelGraph.read(file, "raw").program().orElseThrow().copyTo(out);
    }
    Path picture = Files.write(results.resolve("picture.yuv"), picture());
    ProcessBuilder builder =
        new ProcessBuilder(
            simulator.program().toString(),
            "-f",
            code.toString(),
            "-n",
            "raw_subgraph_0",
            "-i",
            picture.toString(),
            "-o",
            results.toString());
    ProgramRun run = ProgramRun.of(builder.redirectError(Redirect.to(new File("/dev/null"))));
    assertThat(run.exit()).isZero();
    List<Float> scales = ModelFile.read(file).models().get(0).outputs().get(0).scales();
    float[] scores = new float[10];
    try (DirectoryStream<Path> texts = Files.newDirectoryStream(results, "*_elem_int.txt")) {
      List<String> numbers =
          Files.readAllLines(texts.iterator().next()).stream()
              .filter(line -> !line.startsWith("#"))
              .toList();
      for (int i = 0; i < scores.length; i++) {
        scores[i] = Integer.parseInt(numbers.get(i).strip()) * scales.get(i);
      }
    }
    return scores;
  }
}
