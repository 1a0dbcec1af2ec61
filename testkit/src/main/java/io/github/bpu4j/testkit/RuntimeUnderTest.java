// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a runtime has to provide for {@link RuntimeContract}.
 *
 * @since 0.1.0
 */
public interface RuntimeUnderTest {
  /** Returns the runtime; a new instance or always the same. */
  InferenceRuntime runtime();

  /**
   * Returns an intact model, small enough to be loaded a few hundred times and to run many thousand
   * times.
   */
  Path modelFile() throws IOException;

  /** Returns the options that the model is loaded with. */
  default LoadOptions loadOptions() {
    return LoadOptions.defaults();
  }

  /** Returns files that must not load: damaged, in another format, not a classifier. */
  default List<Path> badFiles() throws IOException {
    return List.of();
  }

  /**
   * Returns a loaded model whose inference takes at least 200 ms and at most 5 s; a new one each
   * time, closed by the caller.
   *
   * <p>If it is empty, the tests of timeouts and of closing during an inference are skipped.
   */
  default Optional<ClassificationModel> openSlow() throws IOException {
    return Optional.empty();
  }

  /**
   * Returns a loaded model as {@link #openSlow()} does, whose close waits for much less time than
   * an inference takes.
   *
   * <p>If it is empty, the test of a close that does not wait is skipped.
   */
  default Optional<ClassificationModel> openImpatient() throws IOException {
    return Optional.empty();
  }

  /**
   * Returns a loaded model whose inferences all fail in the native library; if it is empty, the
   * tests of failures are skipped.
   */
  default Optional<ClassificationModel> openFailing() throws IOException {
    return Optional.empty();
  }

  /** Whether the runtime reads the file that it loads; a scripted runtime does not. */
  default boolean readsFiles() {
    return true;
  }

  /** Whether the scores depend on the picture. */
  default boolean scoresFollowPicture() {
    return true;
  }

  /** Bytes of Java heap that one cycle of fill, infer and read may allocate in steady state. */
  default long bytesPerCycle() {
    return 64;
  }

  /**
   * Returns the number of native resources that are open now: handles, allocations, or whatever can
   * be counted.
   *
   * <p>Every test must leave it unchanged.
   */
  default long openHandles() {
    return 0;
  }

  /** Loads {@link #modelFile()} with {@link #loadOptions()}. */
  default ClassificationModel open() throws IOException {
    return runtime().load(modelFile(), loadOptions());
  }
}
