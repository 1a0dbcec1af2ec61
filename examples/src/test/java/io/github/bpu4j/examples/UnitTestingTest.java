// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application's own tests, with a scripted runtime: no board, no model, no waiting. */
class UnitTestingTest {
  @TempDir private Path folder;
  private Path photo = Path.of("");

  @BeforeEach
  void takePhoto() throws IOException {
    photo = Files.copy(Path.of("images/chelsea.png"), folder.resolve("photo.png"));
  }

  /** Sorts with a classifier on a scripted runtime. */
  private static Path sort(Path photo, ScriptedRuntime.Builder script) throws IOException {
    ScriptedRuntime runtime = script.build();
    try (Classifier classifier = Classifier.builder().runtime(runtime).labels(CATS).open()) {
      return new PhotoSorter(classifier).sort(photo);
    }
  }

  private static final Labels CATS = Labels.of(List.of("cat", "dog"));

  @Test
  void movesAPhotoIntoTheFolderOfItsClass() throws IOException {
    Path sorted = sort(photo, ScriptedRuntime.builder().scores(0.9f, 0.1f));
    assertThat(sorted).isEqualTo(folder.resolve("cat").resolve("photo.png")).exists();
    assertThat(photo).doesNotExist();
  }

  @Test
  void putsADoubtfulPhotoAside() throws IOException {
    Path sorted = sort(photo, ScriptedRuntime.builder().scores(0.4f, 0.3f));
    assertThat(sorted).isEqualTo(folder.resolve("unsure").resolve("photo.png")).exists();
  }

  @Test
  void putsAPictureThatIsNoneAside() throws IOException {
    Files.writeString(photo, "not a picture");
    Path sorted = sort(photo, ScriptedRuntime.builder().scores(0.9f, 0.1f));
    assertThat(sorted).isEqualTo(folder.resolve("unreadable").resolve("photo.png")).exists();
  }

  @Test
  void leavesAPhotoThatTheNetworkFailsOn() throws IOException {
    // The first answer goes to the warm-up when the classifier is opened.
    Path sorted = sort(photo, ScriptedRuntime.builder().scores(1, 0).failure("the board is gone"));
    assertThat(sorted).isEqualTo(photo).exists();
  }
}
