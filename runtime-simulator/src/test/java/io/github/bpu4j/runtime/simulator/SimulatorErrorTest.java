// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program does wrong is one telling line, and leaves neither a folder nor a process. */
class SimulatorErrorTest {
  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  /** A sound result of the tiny model. */
  private static final String SOUND =
      """
      #operator: CONV
      #shift = 0
      #valid_dim=1x10x1x1
      1
      2
      3
      4
      5
      6
      7
      8
      9
      10
      """;

  @TempDir Path folder;
  private long leftBefore;

  @BeforeEach
  void count() {
    leftBefore = Leftovers.count();
  }

  @AfterEach
  void leavesNothing() {
    assertThat(Leftovers.count()).as("folders and processes left").isEqualTo(leftBefore);
  }

  private ClassificationModel open(String lines) throws IOException {
    return new SimulatorRuntime(
            SimulatorOptions.defaults()
                .withProgram(FakeProgram.answering(folder.resolve("program"), lines)))
        .load(new CompiledFiles(folder).tiny(), LoadOptions.defaults());
  }

  private float[] infer(String lines, Duration timeout) throws IOException {
    try (ClassificationModel model = open(lines);
        InferRequest request = model.createRequest()) {
      request.infer(timeout);
      float[] scores = new float[10];
      request.readScores(scores);
      return scores;
    }
  }

  private static String writing(String result) {
    return "cat > hbdk_output0_feature_fc_elem_int.txt <<'END'\n" + result + "END";
  }

  @Test
  void aSoundResultIsRead() throws IOException {
    double sum = 0;
    for (float score : infer(writing(SOUND), AMPLE)) {
      sum += score;
    }
    assertThat(sum).as("a softmax's scores").isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "echo hbrtErrorHBMCRC32VerifyFail >&2; exit 134"
            + "| it ended with exit code 134 (aborted): hbrtErrorHBMCRC32VerifyFail",
        "kill -SEGV $$ | it ended with exit code 139 (segmentation fault)",
        "exit 57 | it ended with exit code 57",
        "echo 'WARNING: all is well' >&2; exit 3 | it ended with exit code 3",
        "exit 0 | it wrote no file for output 0 (fc_nhwc2nchw_transposed_output0) of 1",
        "echo x > hbdk_output1_feature_fc_elem_int.txt"
            + "| hbdk_output1_feature_fc_elem_int.txt, a file more than the node's 1 outputs",
      })
  void aFailedRunIsOneTellingLine(String lines, String message) {
    assertThatThrownBy(() -> infer(lines, AMPLE))
        .isInstanceOf(InferenceException.class)
        .hasMessageStartingWith("model tnv12 failed: hbdk-sim on tiny_subgraph_0: ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "10      | 11 of them  | holds 'of', expected a number",
        "9       | ''          | holds '', expected",
        "#shift = 0 | #shift = 0 3 | states a shift: #shift = 0 3, expected 0",
        "#shift = 0 | #none  | 10 numbers and no shift",
        "10      | 10 11       | holds 11 numbers and a shift, expected 10",
        "10      | #           | holds 9 numbers and a shift, expected 10",
        "10      | 2147483648  | holds 2147483648, which does not fit INT32",
        "10      | 99999999999999999999 | holds '99999999999999999999', expected a number",
        "10      | 1e3         | holds '1e3', expected a number",
      })
  void aResultThatIsNotWhatTheModelSaysIsRefused(String from, String to, String message) {
    String damaged = SOUND.replace(from + "\n", to + "\n");
    assertThat(damaged).isNotEqualTo(SOUND);
    assertThatThrownBy(() -> infer(writing(damaged), AMPLE))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining(
            message.startsWith("holds ''") ? "holds 9 numbers and a shift" : message);
  }

  @Test
  void aResultThatIsCutShortIsRefused() {
    String cut =
        "printf '" + SOUND.strip().replace("\n", "\\n") + "' > hbdk_output0_f_elem_int.txt";
    assertThatThrownBy(() -> infer(cut, AMPLE))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("hbdk_output0_f_elem_int.txt is cut short after");
  }

  @Test
  void aFileOfMegabytesForTenNumbersIsNotRead() {
    String large = "head -c 3000000 /dev/zero > hbdk_output0_f_elem_int.txt";
    assertThatThrownBy(() -> infer(large, AMPLE))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("has 3000000 bytes, too many for 10 numbers");
  }

  @Test
  void outputOfMegabytesHoldsNothingUp() throws IOException {
    String loud = "head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2\n" + writing(SOUND);
    assertThat(infer(loud, AMPLE)).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sleep 1000", "sleep 1000 & wait", "trap '' TERM; while :; do :; done"})
  void atTheTimeoutTheProgramEndsWithWhatItStarted(String hang) throws IOException {
    assertThatThrownBy(() -> infer(hang, SHORT))
        .isInstanceOf(InferenceTimeoutException.class)
        .hasMessageStartingWith("model tnv12 gave no answer within 300 ms; allow more time");
  }

  @Test
  void closingEndsAProgramThatHangs() throws Exception {
    Path started = folder.resolve("started");
    Path program =
        FakeProgram.answering(folder.resolve("program"), "touch " + started + "; sleep 1000");
    ClassificationModel model =
        new SimulatorRuntime(
                SimulatorOptions.defaults()
                    .withProgram(program)
                    .withCloseTimeout(Duration.ofMillis(5)))
            .load(new CompiledFiles(folder).tiny(), LoadOptions.defaults());
    InferRequest request = model.createRequest();
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    Thread runner = new Thread(() -> request.infer(AMPLE));
    runner.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
    runner.start();
    while (!Files.exists(started)) {
      Thread.onSpinWait();
    }
    model.close();
    runner.join();
    assertThat(failures)
        .singleElement()
        .isInstanceOf(InferenceException.class)
        .hasToString(InferenceException.class.getName() + ": model tnv12 was closed while it ran");
  }

  @Test
  void theProgramGetsWhatItNeedsAndNothingElse() throws IOException {
    Path seen = folder.resolve("seen");
    String lines =
        """
        { echo "$@"; cat in0.yuv | wc -c; env | grep -v '^PWD=\\|^SHLVL=\\|^_=\\|^OLDPWD='; } > %s
        """
                .formatted(seen)
            + writing(SOUND);
    infer(lines, AMPLE);
    List<String> all = Files.readAllLines(seen);
    assertThat(all.get(0))
        .matches("--memory 66 -f \\S+/program.hbm -n tiny_subgraph_0 -i in0.yuv -o \\.");
    assertThat(all.subList(1, all.size())).containsExactly("2304");
  }

  @Test
  void theSizeIsGivenForAnInputFromTheResizerOnly() throws IOException {
    Path seen = folder.resolve("seen");
    Path program =
        FakeProgram.answering(
            folder.resolve("program"), "echo \"$@\" > " + seen + "\n" + writing(SOUND));
    try (ClassificationModel model =
            new SimulatorRuntime(SimulatorOptions.defaults().withProgram(program))
                .load(new CompiledFiles(folder).file("resizer"), LoadOptions.defaults());
        InferRequest request = model.createRequest()) {
      request.infer(AMPLE);
    }
    assertThat(seen).content().endsWith("-o . --yuv-size 32x48\n");
  }
}
