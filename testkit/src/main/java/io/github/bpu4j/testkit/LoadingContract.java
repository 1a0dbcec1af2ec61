// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, availability, which files load, and what is known about a loaded model. */
interface LoadingContract extends RuntimeUnderTest {
  @Test
  default void hasAShortStableLowerCaseName() {
    assertThat(runtime().name()).matches("[a-z][a-z0-9-]{0,31}").isEqualTo(runtime().name());
  }

  @Test
  default void saysAgainAndAgainThatItIsAvailable() {
    Availability first = runtime().availability();
    for (int i = 0; i < 100; i++) {
      assertThat(runtime().availability()).isEqualTo(first);
    }
    assertThat(first.available()).as(first.toString()).isTrue();
  }

  @Test
  default void supportsItsOwnKindOfFileWithoutPromisingThatItExists() throws IOException {
    Path file = modelFile();
    assertThat(runtime().supports(file)).isTrue();
    runtime().supports(file.resolveSibling("absent-" + file.getFileName()));
  }

  @Test
  default void refusesAnAbsentFileByName(@TempDir Path folder) throws IOException {
    assumeTrue(readsFiles(), "the runtime does not read files");
    Path absent = folder.resolve("absent-" + modelFile().getFileName());
    assertThatThrownBy(() -> load(absent))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining(absent.getFileName().toString());
  }

  @Test
  default void refusesAFolderAndAnEmptyFileByName(@TempDir Path folder) throws IOException {
    assumeTrue(readsFiles(), "the runtime does not read files");
    Path inner = Files.createDirectory(folder.resolve("folder-" + modelFile().getFileName()));
    Path empty = Files.createFile(folder.resolve("empty-" + modelFile().getFileName()));
    for (Path bad : List.of(inner, empty)) {
      assertRefused(bad);
    }
  }

  @Test
  default void refusesEveryBadFileByName() throws IOException {
    List<Path> files = badFiles();
    assumeTrue(!files.isEmpty(), "the runtime provides no bad files");
    for (Path bad : files) {
      assertRefused(bad);
    }
  }

  @Test
  default void refusesEveryBeginningOfASoundFile(@TempDir Path folder) throws IOException {
    assumeTrue(readsFiles(), "the runtime does not read files");
    byte[] sound = Files.readAllBytes(modelFile());
    Path cut = folder.resolve("cut-" + modelFile().getFileName());
    for (int part = 1; part < 16; part++) {
      Files.write(cut, java.util.Arrays.copyOf(sound, (int) (sound.length * (long) part / 16)));
      assertRefused(cut);
    }
  }

  @Test
  default void leavesNothingOpenWhenLoadingFails(@TempDir Path folder) throws IOException {
    assumeTrue(readsFiles(), "the runtime does not read files");
    long before = openHandles();
    Path absent = folder.resolve("absent-" + modelFile().getFileName());
    for (int i = 0; i < 20; i++) {
      assertRefused(absent);
      for (Path bad : badFiles()) {
        assertRefused(bad);
      }
    }
    assertThat(openHandles()).isEqualTo(before);
    try (ClassificationModel model = open()) {
      assertThat(Cycle.scores(model, 1)).hasSize(model.info().classes());
    }
  }

  @Test
  default void refusesAModelOrAnOutputThatTheFileDoesNotHold() throws IOException {
    assumeTrue(readsFiles(), "the runtime does not read files");
    Path file = modelFile();
    ThrowingCallable model =
        () -> runtime().load(file, loadOptions().withModelName("nobody")).close();
    ThrowingCallable output =
        () -> runtime().load(file, loadOptions().withOutputName("nothing")).close();
    assertThatThrownBy(model)
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(output)
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageContaining("nothing");
  }

  @Test
  default void choosesTheOutputByItsName() throws IOException {
    try (ClassificationModel model = open()) {
      String name = model.info().outputs().get(0).name();
      try (ClassificationModel chosen =
          runtime().load(modelFile(), loadOptions().withOutputName(name))) {
        assertThat(chosen.info().outputs().get(0).name()).isEqualTo(name);
        assertThat(Cycle.scores(chosen, 7)).containsExactly(Cycle.scores(model, 7));
      }
    }
  }

  @Test
  default void knowsWhatItLoaded() throws IOException {
    try (ClassificationModel model = open()) {
      ModelInfo info = model.info();
      assertThat(model.info()).isSameAs(info);
      assertThat(info.name()).isNotBlank();
      assertThat(info.runtime()).isEqualTo(runtime().name());
      assertThat(info.inputs()).isNotEmpty();
      assertThat(info.outputs()).isNotEmpty();
      for (TensorInfo tensor : info.inputs()) {
        assertThat(elements(tensor.validShape())).isLessThanOrEqualTo(tensor.byteSize() * 2);
      }
      TensorInfo scores = info.outputs().get(0);
      assertThat(elements(scores.validShape())).isGreaterThanOrEqualTo(info.classes());
      if (EnumSet.of(TensorType.F32, TensorType.S32).contains(scores.type())) {
        assertThat(scores.byteSize()).isGreaterThanOrEqualTo(4L * info.classes());
      }
    }
  }

  private static long elements(List<Integer> shape) {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  private void load(Path file) {
    runtime().load(file, loadOptions()).close();
  }

  private void assertRefused(Path file) {
    assertThatThrownBy(() -> load(file))
        .as(file.toString())
        .isInstanceOf(ClassifierException.class)
        .hasMessageContaining(String.valueOf(file.getFileName()));
  }
}
