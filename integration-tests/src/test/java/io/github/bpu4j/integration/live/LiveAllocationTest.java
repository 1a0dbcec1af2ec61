// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.ProgramRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A steady frame allocates its result and nothing else, by the counters of all threads. */
class LiveAllocationTest {
  @Test
  void aSteadyFrameAllocatesNothingBeyondItsResult() throws Exception {
    ProgramRun run =
        ProgramRun.of(
            new ProcessBuilder(
                JavaProgram.command(
                    List.of("-Xint", "-Xmx64m", "-Djava.awt.headless=true"),
                    LiveAllocations.class)));
    assertThat(run.exit()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    System.out.println("live: bytes of a frame and of its result: " + lines);
    assertThat(lines).hasSize(3).allMatch(line -> line.matches("(\\d+) \\1"));
  }
}
