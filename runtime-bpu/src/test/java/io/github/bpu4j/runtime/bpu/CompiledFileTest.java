// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.stubs.StubFunction;
import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says is used, and its objections come before anything is loaded. */
class CompiledFileTest {
  private static final LoadOptions DEFAULTS = LoadOptions.defaults();
  private static final LoadOptions SEVEN = DEFAULTS.withExpectedClasses(7);

  @TempDir Path folder;

  @Test
  void theRealFileFitsItsTenLabels() throws IOException {
    CompiledFile real = read(ModelFiles.real());
    assertThatNoException().isThrownBy(() -> real.require(DEFAULTS));
    assertThatNoException().isThrownBy(() -> real.require(DEFAULTS.withExpectedClasses(10)));
    assertThat(real.range("tnv12")).isEqualTo(YuvRange.FULL);
    assertThat(real.probabilities("tnv12", "prob")).contains(true);
    assertThat(real.details("tnv12")).containsEntry("architecture", "bayes-e");
  }

  @Test
  void labelsAreCountedBeforeAnythingIsLoaded() throws IOException {
    StubControl control = StandIn.reset();
    Path file = file(ModelFiles.real());
    assertThatThrownBy(() -> StandIn.runtime().load(file, DEFAULTS.withExpectedClasses(1000)))
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageContaining("model tnv12 gives 10 scores but 1000 labels were given");
    assertThat(control.callCount(StubFunction.INITIALIZE_FROM_FILES)).isZero();
  }

  @Test
  void aPackedFileIsCheckedForTheModelThatIsNamed() throws IOException {
    CompiledFile packed = read(ModelFiles.packed());
    assertThatNoException().isThrownBy(() -> packed.require(SEVEN));
    assertThatNoException().isThrownBy(() -> packed.require(SEVEN.withModelName("second")));
    assertThatThrownBy(() -> packed.require(SEVEN.withModelName("tnv12")))
        .isInstanceOf(ModelMismatchException.class);
  }

  @Test
  void whatIsNoNv12PictureIsRefusedUnlessForced() throws IOException {
    CompiledFile rgb = read(ModelFiles.rgb());
    assertThatThrownBy(() -> rgb.require(DEFAULTS))
        .isInstanceOf(IncompatibleModelException.class)
        .hasMessageContaining("takes a picture of type RGB, 48x32, expected one NV12 picture");
    assertThatNoException().isThrownBy(() -> rgb.require(DEFAULTS.withForce(true)));
  }

  @Test
  void anotherMarchIsRefusedUnlessForced() throws IOException {
    CompiledFile x3 = read(ModelFiles.withSetting("MARCH", "bernoulli2"));
    assertThatThrownBy(() -> x3.require(DEFAULTS))
        .isInstanceOf(IncompatibleModelException.class)
        .hasMessageContaining("model.bin")
        .hasMessageContaining("RDK X5 runs bayes-e only")
        .hasMessageEndingWith("or load it with force");
    assertThatNoException().isThrownBy(() -> x3.require(DEFAULTS.withForce(true)));
  }

  @Test
  void whatDoesNotParseIsLeftToTheLibrary() throws IOException {
    CompiledFile text = read("bpu4j-stub-model 1".getBytes(StandardCharsets.UTF_8));
    assertThatNoException().isThrownBy(() -> text.require(SEVEN));
    assertThat(text.objection().orElseThrow()).contains("it is text");
    assertThat(text.range("tnv12")).isEqualTo(YuvRange.AUTO);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> CompiledFile.read(folder.resolve("none.bin")))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("none.bin");
  }

  private CompiledFile read(byte[] bytes) throws IOException {
    return CompiledFile.read(file(bytes));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("model.bin"), bytes);
  }
}
