// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a runtime brings along to be put through {@link RuntimeContract}. */
public interface RuntimeUnderTest {
  /** The runtime; a new instance or always the same. */
  InferenceRuntime runtime();

  /** A sound model, small enough to be loaded a few hundred times and to run many thousand. */
  Path modelFile() throws IOException;

  /** How that model is loaded. */
  default LoadOptions loadOptions() {
    return LoadOptions.defaults();
  }

  /** Files that must not load: damaged, of another format, no classifiers. */
  default List<Path> badFiles() throws IOException {
    return List.of();
  }

  /**
   * A loaded model whose single inference takes at least 200 ms and at most 5 s; a new one each
   * time, closed by the caller.
   *
   * <p>Empty when there is none: the tests of timeouts and of closing during an inference are then
   * skipped.
   */
  default Optional<ClassificationModel> openSlow() throws IOException {
    return Optional.empty();
  }

  /**
   * A loaded model as from {@link #openSlow()} whose close waits far less than an inference takes.
   *
   * <p>Empty when the patience cannot be chosen; the test of a close that does not wait is skipped.
   */
  default Optional<ClassificationModel> openImpatient() throws IOException {
    return Optional.empty();
  }

  /**
   * A loaded model whose every inference fails in the native library; empty when that cannot be
   * brought about, and its tests are skipped.
   */
  default Optional<ClassificationModel> openFailing() throws IOException {
    return Optional.empty();
  }

  /** Whether the runtime reads the file it loads. A scripted stand-in does not. */
  default boolean readsFiles() {
    return true;
  }

  /** Whether the scores follow from the picture. */
  default boolean scoresFollowPicture() {
    return true;
  }

  /** Java heap that one steady cycle of fill, infer and read may take, bytes. */
  default long bytesPerCycle() {
    return 64;
  }

  /**
   * Native things that are open now: handles, allocations, whatever can be counted.
   *
   * <p>Every test must leave the number as it found it.
   */
  default long openHandles() {
    return 0;
  }

  /** Loads {@link #modelFile()} as {@link #loadOptions()} say. */
  default ClassificationModel open() throws IOException {
    return runtime().load(modelFile(), loadOptions());
  }
}
