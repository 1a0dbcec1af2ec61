// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.InferenceRuntime;
import java.nio.file.Path;

/** The recorder keeps the contract of what it records. */
class RecordingRuntimeContractTest extends RuntimeContract {
  @Override
  public InferenceRuntime runtime() {
    return new RecordingRuntime(
        ScriptedRuntime.builder().size(32, 16).rowPitch(48).classes(10).build());
  }

  @Override
  public Path modelFile() {
    return Path.of("any.bin");
  }

  @Override
  public boolean readsFiles() {
    return false;
  }

  @Override
  public long bytesPerCycle() {
    return 8192;
  }
}
