// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The scripted runtime fulfills the contract, with padded rows. */
class ScriptedRuntimeContractTest extends RuntimeContract {
  private static final ScriptedAnswer SLOW =
      ScriptedAnswer.scores(1, 2, 3).after(Duration.ofMillis(250));

  @Override
  public InferenceRuntime runtime() {
    return ScriptedRuntime.builder().size(32, 16).rowPitch(48).classes(10).build();
  }

  @Override
  public Path modelFile() {
    return Path.of("any.bin");
  }

  @Override
  public Optional<ClassificationModel> openSlow() {
    return open(ScriptedRuntime.builder().answer(SLOW));
  }

  @Override
  public Optional<ClassificationModel> openImpatient() {
    return open(ScriptedRuntime.builder().answer(SLOW).closeTimeout(Duration.ofMillis(5)));
  }

  @Override
  public Optional<ClassificationModel> openFailing() {
    return open(ScriptedRuntime.builder().failure("the script says so"));
  }

  private static Optional<ClassificationModel> open(ScriptedRuntime.Builder script) {
    ScriptedRuntime runtime = script.size(8, 8).build();
    return Optional.of(runtime.load(Path.of("any.bin"), LoadOptions.defaults()));
  }

  @Override
  public boolean readsFiles() {
    return false;
  }

  @Override
  public long bytesPerCycle() {
    return 4096;
  }
}
