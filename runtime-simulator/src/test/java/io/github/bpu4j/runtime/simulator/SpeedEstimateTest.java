// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.runtime.simulator.program.ProgramSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor's estimates are read from what its program leaves; parts of a model are added. */
class SpeedEstimateTest {
  /** The beginning of a real file, with other keys around those that are read. */
  private static final String SUMMARIES =
      """
      for part in split_subgraph_0:10.0:36032 split_subgraph_1:5.9:11424; do
        set -- $(echo $part | tr : ' ')
        cat > $1.json <<END
      {"first": [1], "summary": {"BPU march": "B25E", "DDR bytes per run": $3, "FPS": 1,
        "input features": [["x", "1x32x48x3"]], "latency (us)": $2}, "layer details": []}
      END
      done
      """;

  @TempDir Path folder;
  private long leftBefore;

  @BeforeEach
  void useTheFakeProgram() throws IOException {
    System.setProperty(
        ProgramSearch.PROPERTY, FakeProgram.answering(folder.resolve("bin"), "exit 1").toString());
    leftBefore = Leftovers.count();
  }

  @AfterEach
  void forgetIt() {
    System.clearProperty(ProgramSearch.PROPERTY);
    assertThat(Leftovers.count()).isEqualTo(leftBefore);
  }

  private Optional<SpeedEstimate> estimate(String lines) throws IOException {
    Path simulator = FakeProgram.script(folder.resolve("perf"), "#!/bin/sh\n" + lines);
    Files.move(simulator, folder.resolve("bin/hbdk-perf"));
    return SpeedEstimate.of(new CompiledFiles(folder).file("split"), "split");
  }

  @Test
  void partsAreAdded() throws IOException {
    SpeedEstimate estimate = estimate(SUMMARIES).orElseThrow();
    assertThat(estimate.latencyMicros()).isEqualTo(15.9);
    assertThat(estimate.framesPerSecond()).isEqualTo(1e6 / 15.9);
    assertThat(estimate.memoryBytes()).isEqualTo(47456);
  }

  @Test
  void withoutTheProgramThereIsNone() throws IOException {
    assertThat(SpeedEstimate.of(new CompiledFiles(folder).file("split"), "split")).isEmpty();
  }

  @Test
  void aFailureIsOneLine() {
    assertThatThrownBy(() -> estimate("echo 'ERROR: not an HBM file' >&2; exit 2"))
        .isInstanceOf(IOException.class)
        .hasMessage("hbdk-perf: it ended with exit code 2: ERROR: not an HBM file");
  }

  @Test
  void aMissingFigureIsNamed() {
    String without = SUMMARIES.replace("\"latency (us)\": $2", "\"latency (ms)\": $2");
    assertThatThrownBy(() -> estimate(without))
        .isInstanceOf(IOException.class)
        .hasMessage("hbdk-perf wrote no \"latency (us)\" to split_subgraph_0.json");
  }
}
