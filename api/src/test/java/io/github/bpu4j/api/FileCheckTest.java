// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.modelfixtures.ModelFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {
  private static final LoadOptions DEFAULTS = LoadOptions.defaults();

  @TempDir Path folder;

  @Test
  void theRealFileFitsItsTenLabels() throws IOException {
    Path file = file(ModelFiles.real());
    assertThatNoException().isThrownBy(() -> FileCheck.check(file, DEFAULTS, Labels.numbered(10)));
    assertThatNoException().isThrownBy(() -> FileCheck.check(file, DEFAULTS, null));
  }

  @Test
  void labelsAreCountedBeforeAnythingIsLoaded() throws IOException {
    Path file = file(ModelFiles.real());
    ClassifierBuilder builder =
        Classifier.builder().model(file).runtime(new NeverLoads()).labels(Labels.imagenet());
    assertThatThrownBy(builder::open)
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageContaining("model tnv12 gives 10 scores but 1000 labels were given");
  }

  @Test
  void aMissingBackgroundLabelIsSuspected() throws IOException {
    Path file = file(ModelFiles.real());
    assertThatThrownBy(() -> FileCheck.check(file, DEFAULTS, Labels.numbered(9)))
        .hasMessageContaining("Labels.withBackground()");
  }

  @Test
  void aPackedFileIsCheckedForTheModelThatIsNamed() throws IOException {
    Path file = file(ModelFiles.packed());
    Labels seven = Labels.numbered(7);
    assertThatNoException().isThrownBy(() -> FileCheck.check(file, DEFAULTS, seven));
    assertThatNoException()
        .isThrownBy(() -> FileCheck.check(file, DEFAULTS.withModelName("second"), seven));
    assertThatThrownBy(() -> FileCheck.check(file, DEFAULTS.withModelName("tnv12"), seven))
        .isInstanceOf(ModelMismatchException.class);
  }

  @Test
  void whatIsNoNv12PictureIsRefusedUnlessForced() throws IOException {
    Path rgb = file(ModelFiles.rgb());
    assertThatThrownBy(() -> FileCheck.check(rgb, DEFAULTS, null))
        .isInstanceOf(IncompatibleModelException.class)
        .hasMessageContaining("takes a picture of type RGB, 48x32, expected one NV12 picture");
    assertThatNoException().isThrownBy(() -> FileCheck.check(rgb, DEFAULTS.withForce(true), null));
    Path numbers = file(ModelFiles.featureMap());
    assertThatThrownBy(() -> FileCheck.check(numbers, DEFAULTS, null))
        .hasMessageContaining("an input of type F32, shape [1, 3, 32, 48]");
  }

  @Test
  void whatDoesNotReadIsLeftToTheRuntime() throws IOException {
    Path text = file("bpu4j-stub-model 1".getBytes(StandardCharsets.UTF_8));
    assertThatNoException().isThrownBy(() -> FileCheck.check(text, DEFAULTS, Labels.numbered(3)));
    assertThatNoException()
        .isThrownBy(() -> FileCheck.check(folder.resolve("none.bin"), DEFAULTS, null));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("model.bin"), bytes);
  }

  /** Fails the test when a load is tried. */
  private static final class NeverLoads implements InferenceRuntime {
    @Override
    public String name() {
      return "never";
    }

    @Override
    public Availability availability() {
      return Availability.yes();
    }

    @Override
    public boolean supports(Path file) {
      return true;
    }

    @Override
    public ClassificationModel load(Path file, LoadOptions options) {
      throw new AssertionError("loaded " + file);
    }
  }
}
