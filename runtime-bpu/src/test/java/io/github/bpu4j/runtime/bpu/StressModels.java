// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.LoadOptions;
import java.nio.file.Path;

/** The model that all threads use at a time, replaced now and then while they do. */
final class StressModels {
  /** Every load is struck at most once by chance: so many in a row have a cause. */
  private static final int MOST_FAILURES = 1000;

  private final Path file = StandIn.file(StandIn.TINY);
  private final BpuRuntime runtime =
      new BpuRuntime(
          BpuOptions.defaults().withLibrary(io.github.bpu4j.stubs.NativeStubs.library()));
  private ClassificationModel current = load();

  synchronized ClassificationModel current() {
    return current;
  }

  /** Closes the current model under its users, after another has taken its place. */
  void replace() {
    ClassificationModel old;
    synchronized (this) {
      old = current;
      current = load();
    }
    old.close();
  }

  void close() {
    current().close();
  }

  private ClassificationModel load() {
    for (int failures = 1; ; failures++) {
      try {
        return runtime.load(file, LoadOptions.defaults());
      } catch (ClassifierException e) {
        if (failures == MOST_FAILURES) {
          throw e;
        }
        Thread.interrupted(); // or no further load could read its file
      }
    }
  }
}
