// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.runtime.bpu.fork.Classify;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that runs {@link Classify} on the stand-in. */
final class ForkedJvm {
  /** The log of a test is quieter than that. */
  static final String WARNINGS = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn";

  private final StartedProgram program;

  private ForkedJvm(StartedProgram program) {
    this.program = program;
  }

  /** Starts it with these options, the stand-in named by property, and that many inferences. */
  static ForkedJvm start(int inferences, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(List.of(JavaProgram.java(), "-Xmx256m"));
    command.add("-Dbpu4j.dnn.library=" + NativeStubs.library());
    command.add(WARNINGS);
    command.addAll(options);
    command.add(Classify.class.getName());
    command.add(StandIn.file(StandIn.RESNET18).toString());
    command.add(Integer.toString(inferences));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("BPU4J_STUB_TIMING", "0:0");
    builder.environment().remove("XDG_CACHE_HOME");
    builder.environment().remove("BPU4J_CACHE_DIR");
    return new ForkedJvm(StartedProgram.start(builder));
  }

  /** Waits, and gives the exit code and all that it printed. */
  String result() throws IOException, InterruptedException {
    try (program) {
      ProgramRun run = program.end();
      return "exit " + run.exit() + "\n" + run.out();
    }
  }
}
