// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bpu4j.cli.Bpu4j;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.testsupport.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs a real model file, described by {@code stub-model}, on the native stand-in: the stand-in
 * understands the description, and the file's facts reach the classifier.
 */
class ModelFileOnStandInTest {
  private static final Path PHOTO = Repository.root().resolve("examples/images/chelsea.png");

  @TempDir Path folder;
  private Path model;
  private Path description;

  @BeforeEach
  void describe() throws Exception {
    assumeThat(NativeStubs.unavailable()).isEmpty();
    model = Files.write(folder.resolve("tiny.bin"), ModelFiles.real());
    description = folder.resolve("tiny.model");
    StandInProcess run = run("", "stub-model", model, description);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void theRuntimesViewAgreesWithTheFile() throws Exception {
    StandInProcess run = run(description, "info", "--json", "--runtime", "bpu", model);
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
    StandInProcess run = run("resnet18_224x224_nv12", "info", "--runtime", "bpu", model);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("(stand-in, simulated)")
        .containsPattern("output prob valid shape +1x10 +1x1000x1x1 NCHW +<- differs")
        .contains("<- differs");
  }

  @Test
  void theClassifierTakesRangeAndTransformFromTheFile() throws Exception {
    StandInProcess run =
        run(description, "classify", "--json", "--runtime", "bpu", "-m", model, PHOTO);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"simulated\":true,\"range\":\"FULL\",\"transform\":\"NONE\"")
        .contains("\"name\":\"class_");
  }

  @Test
  void rawScoresOfATruncatedGraphAreDequantized() throws Exception {
    Path raw = Files.write(folder.resolve("raw.bin"), ModelFiles.withoutTail());
    Path rawDescription = folder.resolve("raw.model");
    assertThat(run("", "stub-model", raw, rawDescription).exit()).isZero();
    StandInProcess run = run(rawDescription, "info", "--json", "--runtime", "bpu", raw);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"quantization\":{\"kind\":\"SCALE\",\"axis\":1,")
        .contains("\"differences\":[]");
  }

  @Test
  void eachModelOfAPackedFileIsLoadedByItsName() throws Exception {
    Path packed = Files.write(folder.resolve("packed.bin"), ModelFiles.packed());
    Path both = folder.resolve("packed.model");
    assertThat(run("", "stub-model", packed, both).exit()).isZero();
    StandInProcess run = run(both, "info", "--json", "--runtime", "bpu", packed);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"model\":\"tnv12\"")
        .contains("\"model\":\"second\"")
        .contains("\"classes\":7");
  }

  @Test
  void anotherMarchIsRefusedUnlessForced() throws Exception {
    Path x3 = Files.write(folder.resolve("x3.bin"), ModelFiles.withSetting("MARCH", "bernoulli2"));
    StandInProcess refused = run(description, "classify", "--runtime", "bpu", "-m", x3, PHOTO);
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("bernoulli2 (RDK X3)").contains("bayes-e");
    StandInProcess forced =
        run(description, "classify", "--force", "--runtime", "bpu", "-m", x3, PHOTO);
    assertThat(forced.exit()).as(forced.err()).isZero();
  }

  private static StandInProcess run(Object stubModel, Object... arguments) throws Exception {
    return StandInProcess.run(Bpu4j.class, stubModel, Map.of(), arguments);
  }
}
