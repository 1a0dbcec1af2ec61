// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.runtime.bpu.BpuProbe.Codes;
import io.github.bpu4j.runtime.bpu.BpuProbe.InFlight;
import io.github.bpu4j.stubs.NativeStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that a classifier never asks, put to the stand-in, whose answers are documented. */
class BpuProbeTest {
  private static final int INVALID_ARGUMENT = -6000001;
  private static final int TIMEOUT = -6000008;
  private static final int TOO_MANY_TASKS = -6000009;

  @TempDir private Path folder;

  @BeforeEach
  void reset() {
    StandIn.reset();
  }

  @AfterEach
  void nothingIsLeft() {
    StandIn.assertClean();
  }

  @Test
  void functionsAreTheExportedOnes() {
    assertThat(
            BpuProbe.functions(
                StandIn.runtime(), List.of("hbDNNRoiInfer", "hbDNNResize", "hbDNNInfer")))
        .containsExactly(
            Map.entry("hbDNNRoiInfer", true),
            Map.entry("hbDNNResize", false),
            Map.entry("hbDNNInfer", true));
  }

  @Test
  void aModelThatIsRefusedStillShowsItsTensors() throws IOException {
    String text = Files.readString(StandIn.file(StandIn.TINY));
    String swapped =
        text.replace("layout NCHW\n  source", "layout NHWC\n  reported NCHW\n  source")
            .replace("valid 1 3 32 48", "valid 1 32 48 3");
    Path file = Files.writeString(folder.resolve("swapped.bin"), swapped);
    assertThatThrownBy(() -> StandIn.runtime().load(file, LoadOptions.defaults()))
        .isInstanceOf(IncompatibleModelException.class)
        .hasMessageContaining("its shape [1, 32, 48, 3] is not in the order of its layout NCHW");
    BpuProbe.Tensors tensors = BpuProbe.tensors(StandIn.runtime(), file, LoadOptions.defaults());
    assertThat(tensors.inputs())
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.layout()).isEqualTo(TensorLayout.NCHW);
              assertThat(input.validShape()).containsExactly(1, 32, 48, 3);
            });
    assertThat(tensors.outputs()).hasSize(1);
  }

  @Test
  void aCoreThatIsMissingIsACodeAndAPriorityIsTaken() {
    try (BpuProbe probe = open()) {
      assertThat(probe.submit(2, 0))
          .isEqualTo(new Codes(INVALID_ARGUMENT, INVALID_ARGUMENT, INVALID_ARGUMENT));
      assertThat(probe.submit(0, 1)).isEqualTo(new Codes(0, 0, 0));
    }
  }

  @Test
  void aWaitThatEndedEarlyIsWaitedForAgain() {
    try (BpuProbe probe = open()) {
      NativeStubs.control().timing(Duration.ofMillis(80), Duration.ZERO);
      assertThat(probe.waitAgain(1)).isEqualTo(new Codes(0, TIMEOUT, 0));
    }
  }

  @Test
  void tasksAreCountedUntilOneIsRefused() {
    NativeStubs.control().timing(Duration.ofMillis(5), Duration.ZERO);
    try (BpuProbe probe = open()) {
      assertThat(probe.inFlight(8)).isEqualTo(new InFlight(8, 0));
      assertThat(probe.inFlight(40)).isEqualTo(new InFlight(32, TOO_MANY_TASKS));
    }
  }

  private static BpuProbe open() {
    return BpuProbe.open(StandIn.runtime(), StandIn.file(StandIn.TINY), LoadOptions.defaults());
  }
}
