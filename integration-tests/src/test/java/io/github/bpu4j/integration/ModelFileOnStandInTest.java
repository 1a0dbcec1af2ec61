// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bpu4j.modelfixtures.ModelFiles;
import io.github.bpu4j.stubs.NativeStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real model file, described by {@code stub-model}, on the native stand-in: the stand-in
 * understands the description, and the file's facts reach the classifier.
 */
class ModelFileOnStandInTest {
  private static final Path PHOTO = Repository.root().resolve("examples/images/chelsea.png");

  @TempDir Path folder;
  private Path model;
  private Path description;

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void describe() throws Exception {
    assumeThat(NativeStubs.unavailable()).isEmpty();
    model = Files.write(folder.resolve("tiny.bin"), ModelFiles.real());
    description = folder.resolve("tiny.model");
    Run run = run("", "stub-model", model, description);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void theRuntimesViewAgreesWithTheFile() throws Exception {
    Run run = run(description, "info", "--json", "--runtime", "bpu", model);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"runtime\":\"bpu\",\"loaded\":true,\"simulated\":true,\"model\":\"tnv12\"")
        .contains("\"width\":48,\"height\":32,\"classes\":10")
        .contains("\"range\":\"FULL\",\"probabilities\":true")
        .contains("\"valid_shape\":[1,3,32,48]")
        .contains("\"differences\":[]");
  }

  @Test
  void aRuntimeThatSeesAnotherModelIsMarked() throws Exception {
    Run run = run("resnet18_224x224_nv12", "info", "--runtime", "bpu", model);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("a stand-in: simulated")
        .containsPattern("output prob valid shape +1x10 +1x1000x1x1 NCHW +<- differs")
        .contains("<- differs");
  }

  @Test
  void theClassifierTakesRangeAndTransformFromTheFile() throws Exception {
    Run run = run(description, "classify", "--json", "--runtime", "bpu", "-m", model, PHOTO);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"simulated\":true,\"range\":\"FULL\",\"transform\":\"NONE\"")
        .contains("\"name\":\"class_");
  }

  @Test
  void rawScoresOfATruncatedGraphAreDequantised() throws Exception {
    Path raw = Files.write(folder.resolve("raw.bin"), ModelFiles.withoutTail());
    Path rawDescription = folder.resolve("raw.model");
    assertThat(run("", "stub-model", raw, rawDescription).exit()).isZero();
    Run run = run(rawDescription, "info", "--json", "--runtime", "bpu", raw);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"quantisation\":{\"kind\":\"SCALE\",\"axis\":1,")
        .contains("\"differences\":[]");
  }

  @Test
  void eachModelOfAPackedFileIsLoadedByItsName() throws Exception {
    Path packed = Files.write(folder.resolve("packed.bin"), ModelFiles.packed());
    Path both = folder.resolve("packed.model");
    assertThat(run("", "stub-model", packed, both).exit()).isZero();
    Run run = run(both, "info", "--json", "--runtime", "bpu", packed);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"model\":\"tnv12\"")
        .contains("\"model\":\"second\"")
        .contains("\"classes\":7");
  }

  @Test
  void anotherMarchIsRefusedUnlessForced() throws Exception {
    Path x3 = Files.write(folder.resolve("x3.bin"), ModelFiles.withSetting("MARCH", "bernoulli2"));
    Run refused = run(description, "classify", "--runtime", "bpu", "-m", x3, PHOTO);
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("bernoulli2 (RDK X3)").contains("bayes-e");
    Run forced = run(description, "classify", "--force", "--runtime", "bpu", "-m", x3, PHOTO);
    assertThat(forced.exit()).as(forced.err()).isZero();
  }

  /** Runs the command as a process of its own. */
  private Run run(Object stubModel, Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.github.bpu4j.cli.Bpu4j");
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("BPU4J_STUB_MODEL", stubModel.toString());
    environment.put("BPU4J_DNN_LIBRARY", NativeStubs.library().toString());
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
