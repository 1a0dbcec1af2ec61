// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.runtime.bpu.status.StatusCode;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.stubs.StubFault;
import io.github.bpu4j.stubs.StubFunction;
import io.github.bpu4j.stubs.StubLive;
import io.github.bpu4j.testkit.RuntimeContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The runtime on the stand-in keeps the contract, and breaks no rule of libdnn on the way. */
class BpuRuntimeContractTest extends RuntimeContract {
  private static final int RUN_TASK_FAILED = StatusCode.HB_DNN_RUN_TASK_FAILED.code();

  private final StubControl control = StandIn.reset();

  @TempDir Path folder;

  @BeforeEach
  void resetStandIn() {
    StandIn.reset();
  }

  @AfterEach
  void breaksNoRule() {
    Assertions.assertThat(control.misuse()).as(control.message()).isEmpty();
  }

  @Override
  public InferenceRuntime runtime() {
    return StandIn.runtime();
  }

  /** A description behind so long a preface that every cut part of the file lacks some of it. */
  @Override
  public Path modelFile() throws IOException {
    List<String> lines = Files.readAllLines(StandIn.file(StandIn.NARROW));
    String preface = ("# " + "-".repeat(77) + "\n").repeat(200);
    String text = lines.get(0) + "\n" + preface + String.join("\n", lines.subList(1, lines.size()));
    return Files.writeString(folder.resolve("narrow.bin"), text + "\n");
  }

  @Override
  public List<Path> badFiles() throws IOException {
    return List.of(
        Files.writeString(folder.resolve("text.bin"), "no model"),
        Files.write(folder.resolve("zeros.bin"), new byte[4096]),
        StandIn.file("region_48x32_nv12"),
        StandIn.file("two_models"));
  }

  @Override
  public Optional<ClassificationModel> openSlow() {
    control.timing(Duration.ofMillis(250), Duration.ZERO);
    return Optional.of(StandIn.open(StandIn.NARROW));
  }

  @Override
  public Optional<ClassificationModel> openImpatient() {
    control.timing(Duration.ofMillis(250), Duration.ZERO);
    BpuOptions options = StandIn.options().withCloseTimeout(Duration.ofMillis(5));
    return Optional.of(
        new BpuRuntime(options).load(StandIn.file(StandIn.NARROW), LoadOptions.defaults()));
  }

  @Override
  public Optional<ClassificationModel> openFailing() {
    control.arm(StubFault.fail(StubFunction.WAIT_TASK_DONE, RUN_TASK_FAILED).forever());
    return Optional.of(StandIn.open(StandIn.NARROW));
  }

  @Override
  public long bytesPerCycle() {
    return 0;
  }

  @Override
  public long openHandles() {
    StubLive live = NativeStubs.control().live();
    return live.models() + live.tasks() + live.blocks();
  }
}
