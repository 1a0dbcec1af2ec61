// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Programs run to their end with all of their output, and never outlive their caller. */
@DisabledOnOs(OS.WINDOWS)
class StartedProgramTest {
  private static ProcessBuilder shell(String script) {
    return new ProcessBuilder("sh", "-c", script);
  }

  @Test
  void givesCodeAndBothStreams() throws Exception {
    assertThat(ProgramRun.of(shell("echo 结果; echo trouble >&2; exit 3")))
        .isEqualTo(new ProgramRun(3, "结果\n", "trouble\n"));
    assertThat(ProgramRun.of(shell("echo one; echo two >&2").redirectErrorStream(true)))
        .isEqualTo(new ProgramRun(0, "one\ntwo\n", ""));
  }

  @Test
  void writesMoreThanAPipeHolds() throws Exception {
    String script =
        "i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789;"
            + " i=$((i + 1)); done";
    assertThat(ProgramRun.of(shell(script)).out()).hasSize(3000 * 41);
  }

  @Test
  void findsItsInputAtTheEnd() throws Exception {
    assertThat(ProgramRun.of(shell("cat; echo end")).out()).isEqualTo("end\n");
  }

  @Test
  void isEndedAtTheLimitWithWhatItHasStarted() throws Exception {
    try (StartedProgram program = StartedProgram.start(shell("echo begun; sleep 1000 & wait"))) {
      while (!program.out().contains("begun")) {
        Thread.onSpinWait();
      }
      List<ProcessHandle> started =
          ProcessHandle.of(program.pid()).orElseThrow().descendants().toList();
      assertThatThrownBy(() -> program.end(Duration.ofMillis(1)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("sleep 1000")
          .hasMessageContaining("it wrote: begun");
      for (ProcessHandle each : started) {
        assertThat(each.onExit().get()).isNotNull();
      }
    }
  }

  @Test
  void canBeTalkedTo() throws Exception {
    try (StartedProgram program =
            StartedProgram.conversing(shell("echo who; read name; echo \"hello $name\""));
        BufferedReader reader = program.reader()) {
      assertThat(reader.readLine()).isEqualTo("who");
      program.answer("bpu4j");
      assertThat(reader.readLine()).isEqualTo("hello bpu4j");
      assertThat(program.end().exit()).isZero();
    }
  }

  @Test
  void failureIsAnErrorWhereSuccessIsExpected() throws Exception {
    assertThat(ProgramRun.of(shell("echo fine")).outOfSuccess()).isEqualTo("fine\n");
    ProgramRun failed = ProgramRun.of(shell("echo why >&2; exit 2"));
    assertThatThrownBy(failed::outOfSuccess)
        .isInstanceOf(IOException.class)
        .hasMessage("the program ended with 2, expected 0: why\n");
    assertThatThrownBy(() -> ProgramRun.of(new ProcessBuilder("/nowhere/program")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/nowhere/program");
  }
}
