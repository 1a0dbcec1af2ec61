// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings go in and counts come out, with a real client in another process. */
class StubControlTest {
  private static final Path CLIENT =
      Path.of("target/native-check", NativeStubs.platform() + "-replay");

  @TempDir Path folder;
  private Path library;
  private StubControl control;

  @BeforeEach
  void unpack() throws IOException {
    NativeGates.assumeBuilt();
    library = NativeStubs.unpack(NativeStubs.platform(), folder);
    control = StubControl.open(folder.resolve("libdnn.so.control"));
    control.model("resnet18_224x224_nv12");
    control.timing(Duration.ZERO, Duration.ZERO);
  }

  private record Outcome(int exit, String output) {}

  /** Runs the replay client on the library in the folder. */
  private Outcome replay(Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(CLIENT.toString(), library.toString());
    builder.environment().put("LD_LIBRARY_PATH", folder.toString());
    builder.environment().putAll(environment);
    ProgramRun run = ProgramRun.of(builder.redirectErrorStream(true));
    return new Outcome(run.exit(), run.out());
  }

  @Test
  void countsWhatTheClientDid() throws Exception {
    control.record(true);
    assertThat(replay(Map.of()))
        .isEqualTo(new Outcome(0, "careful: 270 0.9523688\ncareless: 270 0.9523688\n"));
    assertThat(control.attachedProcess()).isZero();
    assertThat(control.callCount(StubFunction.INFER)).isEqualTo(80);
    assertThat(control.failureCount(StubFunction.INFER)).isZero();
    assertThat(control.failureCount(StubFunction.RELEASE_TASK)).isEqualTo(1);
    assertThat(control.live().isEmpty()).isTrue();
    assertThat(control.live().finishedTasks()).isEqualTo(80);
    assertThat(control.live().peakTasks()).isEqualTo(1);
    assertThat(control.misuse())
        .containsEntry(StubMisuse.DOUBLE_FREE, 1L)
        .containsEntry(StubMisuse.DOUBLE_TASK_RELEASE, 1L)
        .containsEntry(StubMisuse.DOUBLE_MODEL_RELEASE, 1L)
        .containsEntry(StubMisuse.TASK_NOT_NULL, 39L)
        .doesNotContainKeys(
            StubMisuse.INPUT_NOT_CLEANED, StubMisuse.OUTPUT_NOT_INVALIDATED, StubMisuse.OVERRUN);
    assertThat(control.message()).isNotEmpty();
    assertThat(control.calls(0))
        .hasSize((int) control.recordedCalls())
        .extracting(StubCall::function)
        .startsWith(
            StubFunction.INITIALIZE_FROM_FILES,
            StubFunction.GET_MODEL_NAME_LIST,
            StubFunction.GET_MODEL_HANDLE)
        .containsSequence(
            StubFunction.FLUSH_MEM,
            StubFunction.INFER,
            StubFunction.WAIT_TASK_DONE,
            StubFunction.FLUSH_MEM,
            StubFunction.RELEASE_TASK);
    control.reset();
    assertThat(control.misuse()).isEmpty();
    assertThat(control.callCount(StubFunction.INFER)).isZero();
    assertThat(control.message()).isEmpty();
  }

  @Test
  void faultStrikesTheCallItNames() throws Exception {
    try (ArmedFault fault =
        control.arm(StubFault.fail(StubFunction.WAIT_TASK_DONE, -6000012).atCall(3))) {
      assertThat(replay(Map.of())).isEqualTo(new Outcome(1, "WaitTaskDone gave -6000012\n"));
      assertThat(fault.seen()).isEqualTo(3);
      assertThat(fault.fired()).isEqualTo(1);
    }
    assertThat(replay(Map.of()).exit()).isZero();
  }

  @Test
  void environmentMeansTheSame() throws Exception {
    StubFault fault = StubFault.fail(StubFunction.ALLOC_CACHED_MEM, -6000130).atCall(2);
    assertThat(fault.specification()).isEqualTo("hbSysAllocCachedMem:2:-6000130");
    assertThat(replay(Map.of("BPU4J_STUB_FAULT", fault.specification())))
        .isEqualTo(new Outcome(1, "AllocCachedMem gave -6000130\n"));
    control.disarmAll();
    assertThat(replay(Map.of("BPU4J_STUB_MODEL", "no_such_model")).output())
        .contains("no_such_model")
        .endsWith("InitializeFromFiles gave -6000006\n");
    assertThat(replay(Map.of("BPU4J_STUB_TIMING", "fast")).output())
        .contains("got \"fast\", expected service_ms:outside_ms")
        .endsWith("InitializeFromFiles gave -6000015\n");
  }

  @Test
  void controlFileMayBeNamedByTheEnvironment() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    Map<String, String> environment =
        Map.of(
            "BPU4J_STUB_CONTROL", elsewhere.toString(),
            "BPU4J_STUB_MODEL", "resnet18_224x224_nv12",
            "BPU4J_STUB_TIMING", "0:0");
    assertThat(replay(environment).exit()).isZero();
    assertThat(StubControl.open(elsewhere).callCount(StubFunction.INFER)).isEqualTo(80);
    assertThat(control.callCount(StubFunction.INFER)).isZero();
  }

  @Test
  void simulatedTimeIsKept() throws Exception {
    control.timing(Duration.ofMillis(3), Duration.ofMillis(1));
    long start = System.nanoTime();
    assertThat(replay(Map.of()).exit()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThan(Duration.ofMillis(80 * 4));
    assertThat(control.live().coreBusyNanos()).isEqualTo(80 * 3_000_000L);
  }

  @Test
  void bannerIsOptional() throws Exception {
    assertThat(replay(Map.of("BPU4J_STUB_BANNER", "1")).output())
        .contains("[DNN] Runtime version = 1.24.5_(3.15.55 HBRT, bpu4j-stub)");
    control.runtimeVersion("2.0.0");
    assertThat(replay(Map.of("BPU4J_STUB_BANNER", "1")).output())
        .contains("[DNN] Runtime version = 2.0.0");
  }

  @Test
  void oneFunctionCanBeMissing() throws Exception {
    NativeStubs.unpackWithout(StubFunction.INFER, folder);
    Outcome outcome = replay(Map.of("LD_BIND_NOW", "1"));
    assertThat(outcome.exit()).isEqualTo(127);
    assertThat(outcome.output()).contains("undefined symbol: hbDNNInfer, version CONFIG");
    NativeStubs.unpackWithout(StubFunction.ROI_INFER, folder);
    assertThat(replay(Map.of()).exit()).isZero();
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("text"), "not a control block");
    assertThatThrownBy(() -> StubControl.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("19 bytes");
    Path zeros = Files.write(folder.resolve("zeros"), new byte[ControlBlock.SIZE]);
    assertThatThrownBy(() -> StubControl.open(zeros))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 1");
  }

  @Test
  void wrongSettingsAreRefused() {
    assertThatThrownBy(() -> control.model("x".repeat(512)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("511");
    assertThatThrownBy(() -> control.timing(Duration.ofMillis(-1), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StubFault.fail(StubFunction.INFER, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StubFault.stall().atCall(0))
        .isInstanceOf(IllegalArgumentException.class);
    for (int i = 0; i < 32; i++) {
      ArmedFault unused = control.arm(StubFault.stall());
      assertThat(unused.seen()).isZero();
    }
    assertThatThrownBy(() -> control.arm(StubFault.stall()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void specificationsAreThoseOfTheEnvironment() {
    assertThat(StubFault.stall().forever().specification()).isEqualTo("hbDNNInfer:1+:stall");
    assertThat(StubFault.slow(Duration.ofMillis(5)).specification())
        .isEqualTo("hbDNNInfer:1:slow=5.000000");
    assertThat(StubFault.delay(StubFunction.FLUSH_MEM, Duration.ofNanos(1500)).specification())
        .isEqualTo("hbSysFlushMem:1:delay=0.001500");
    assertThat(StubFault.of(StubFunction.GET_VERSION, StubFault.Action.CORRUPT).specification())
        .isEqualTo("hbDNNGetVersion:1:corrupt");
  }
}
