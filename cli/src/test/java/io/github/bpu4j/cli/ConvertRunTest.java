// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code convert --run} with a script in the compiler's place, which repeats what the compiler
 * wrote when it was given the same mistake.
 */
final class ConvertRunTest {
  private static final Path NETWORKS =
      CommandProcess.root().resolve("cli/src/test/resources/conversion");

  @TempDir private Path folder;

  /** Writes a program hb_mapper. */
  private Path compiler(String... lines) throws IOException {
    Path program = Files.createDirectories(folder.resolve("venv/bin")).resolve("hb_mapper");
    Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return folder.resolve("venv");
  }

  private static String says(String log) {
    return "cat '" + NETWORKS.resolve("logs/" + log + ".txt") + "' >&2";
  }

  private static String builds(String model) {
    return "mkdir build && gzip -dc '"
        + NETWORKS.resolve("compiled/" + model + ".bin.gz")
        + "' > build/tiny-ok.bin";
  }

  private Object[] arguments(Path compiler, Object... more) {
    return Stream.concat(
            Stream.of(
                "convert",
                NETWORKS.resolve("tiny-ok.onnx"),
                "--input",
                "rgb",
                "--mean",
                "127",
                "--scale",
                "0.0078125",
                "--calibration",
                CommandProcess.picture(""),
                "-o",
                folder.resolve("out"),
                "--run",
                "--hb-mapper",
                compiler),
            Stream.of(more))
        .toArray();
  }

  private static List<Path> neutralFolders() throws IOException {
    try (Stream<Path> temporary = Files.list(Path.of("/tmp"))) {
      return temporary
          .filter(each -> each.getFileName().toString().startsWith("bpu4j-convert-"))
          .filter(each -> Files.exists(each.resolve("tiny-ok.yaml")))
          .toList();
    }
  }

  @Test
  void aCompiledFileIsReadBackKeyByKey() throws Exception {
    Path compiler =
        compiler(
            "echo \"$@\" > " + folder + "/arguments",
            "pwd > " + folder + "/place",
            "ls > " + folder + "/files",
            says("success"),
            builds("asked"));
    InProcess run = InProcess.run(arguments(compiler, "--progress"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(folder.resolve("arguments"))
        .hasContent("makertbin --model-type onnx --config tiny-ok.yaml");
    assertThat(Files.readString(folder.resolve("place"))).startsWith("/tmp/bpu4j-convert-");
    assertThat(run.err())
        .contains("hb_mapper O3: calibrating", "hb_mapper O3: compiling for the BPU, 47 %");
    assertThat(run.out())
        .containsPattern("march +bayes-e\n")
        .containsPattern("scale +\\[0.0078125, 0.0078125, 0.0078125]\n")
        .containsPattern("optimization +O3\n")
        .contains("tiny-ok.bin: compiled, and says what was asked for");
    assertThat(folder.resolve("out/tiny-ok.bin")).exists();
    assertThat(Files.readString(folder.resolve("out/hb_mapper.log")))
        .contains("Start Model Convert")
        .doesNotContain("\u001b", "47%");
    assertThat(Files.exists(Path.of(Files.readString(folder.resolve("place")).strip()))).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "march, march, 'bayes, ASKED FOR bayes-e'",
    "scale0, scale, '[0.0, 0.0, 0.0], ASKED FOR [0.0078125'"
  })
  void whatWasNotAskedForIsNotKept(String model, String key, String shown) throws Exception {
    InProcess run = InProcess.run(arguments(compiler(says("success"), builds(model))));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains(shown);
    assertThat(run.err()).contains("error: the compiled file has another " + key);
    assertThat(folder.resolve("out/tiny-ok.bin")).doesNotExist();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "opset18 | 255 | The opset version of the model is 18 | opset_version=11",
        "ir10 | 255 | The ir version of the model is 10 | opset_version=11",
        "layer-norm | 255 | The opset version of the model is 17 | opset_version=11",
        "dynamic-batch | 255 | is a dynamic shape | put input_shape",
        "batch-minus1 | 255 | the target input shape [-1, 3, 32, 48] | put input_shape",
        "missingcal | 255 | Cal_data_dir does not exist | with --force",
        "emptycal | 255 | is empty, please check | with --force",
        "sizecal | 255 | cannot reshape array of size 25 | another size than the input",
        "nocal | 255 | Can not find onnx_model file | with --force",
        "broken | 255 | Error parsing message | export it again",
        "custom-domain | 255 | unsupported domain detected | by ONNX's own",
        "nonzero-unsupported | 255 | not support these cpu operators: NonZero | others",
        "odd-size | 255 | nv12 type does not support odd size | even width and height",
        "layout | 255 | Input_layout_train says NHWC | does not fit",
        "float16 | 255 | elem type di | float32",
        "uint8 | 255 | INVALID_GRAPH | a type that is not supported",
        "nan | 255 | find NaN threshold in w_HzCalibration | earlier checkpoint",
        "yaml | 255 | Wrong key 'norm_typo' | a key that this version does not know",
        "inputname | 255 | Input name does not exist in model file: y | with --force",
        "optlevel | 255 | optimize_level invalid | a value that this version does not know",
        "mean2 | 255 | The size of mean does not match | one number or three",
        "no-torch | 1 | No module named 'torch' | pip install torch",
        "no-hbdk | 255 | can not find hbdk library | install dgdk",
      })
  void aFailureIsOneTellingLineWithItsRemedy(String log, int exit, String line, String remedy)
      throws Exception {
    InProcess run = InProcess.run(arguments(compiler(says(log), "exit " + exit)));
    assertThat(run.exit()).isEqualTo(1);
    String told =
        run.err().lines().filter(each -> each.contains("error: ")).findFirst().orElseThrow();
    assertThat(told)
        .startsWith("bpu4j: error: hb_mapper failed with exit code " + exit + ": ")
        .contains(line, remedy)
        .doesNotContain("ERROR-OCCUR", "\u001b");
    assertThat(folder.resolve("out/tiny-ok.bin")).doesNotExist();
    assertThat(folder.resolve("out/hb_mapper.log")).exists();
  }

  @Test
  void anErrorThatLeavesAFileIsNoSuccessAndSilenceIsNone() throws Exception {
    InProcess wrote = InProcess.run(arguments(compiler(builds("asked"), "exit 255")));
    assertThat(wrote.exit()).isEqualTo(1);
    assertThat(wrote.err()).contains("exit code 255: it said nothing");
    InProcess silent = InProcess.run(arguments(compiler("exit 0"), "--force"));
    assertThat(silent.exit()).isEqualTo(1);
    assertThat(silent.err()).contains("without an error and without a .bin");
    InProcess killed = InProcess.run(arguments(compiler("kill -9 $$"), "--force"));
    assertThat(killed.err()).contains("exit code 137: it said nothing (ended by signal 9)");
    assertThat(folder.resolve("out/tiny-ok.bin")).doesNotExist();
  }

  @Test
  void withoutACompilerNothingIsMade() throws Exception {
    InProcess run = InProcess.run(arguments(folder.resolve("nowhere")));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("there is no program hb_mapper at", "docs/convert.md");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void ctrlCEndsTheCompilerAndItsChildren() throws Exception {
    Path child = folder.resolve("child");
    Path compiler =
        compiler(
            "sleep 300 & echo $! > " + child + ".part && mv " + child + ".part " + child,
            "echo 'Start to calibrate the model'",
            "wait");
    List<Path> before = neutralFolders();
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(
        CommandProcess.command(Bpu4j.class, List.of(), arguments(compiler, "--progress")));
    try (StartedProgram program = StartedProgram.start(new ProcessBuilder(command))) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
      while (!program.err().contains("hb_mapper O3: calibrating")
          && program.isAlive()
          && System.nanoTime() < end) {
        Thread.sleep(10);
      }
      long started = Long.parseLong(Files.readString(child).strip());
      assertThat(ProcessHandle.of(started)).isPresent();
      ProgramRun.of(new ProcessBuilder("kill", "-INT", Long.toString(program.pid())));
      assertThat(program.end().exit()).isEqualTo(130);
      assertThat(isRunning(started)).as("the compiler's child runs on").isFalse();
    }
    assertThat(neutralFolders()).isSubsetOf(before);
    assertThat(folder.resolve("out/tiny-ok.bin")).doesNotExist();
  }

  /** A process that was ended may stay in the table until someone asks for its exit code. */
  private static boolean isRunning(long process) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    Path stat = Path.of("/proc/" + process + "/stat");
    while (Files.exists(stat) && !Files.readString(stat).contains(") Z ")) {
      if (System.nanoTime() > end) {
        return true;
      }
      Thread.sleep(10);
    }
    return false;
  }
}
