// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.runtime.bpu.fork.Classify;
import io.github.bpu4j.stubs.NativeStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs {@link Classify} on the stand-in. */
final class ForkedJvm {
  /** An emulated JVM is started by its wrapper, which {@code java.home} does not know. */
  private static final String JAVA =
      System.getProperty("bpu4j.test.java", System.getProperty("java.home") + "/bin/java");

  private final Path output;
  private final Process process;

  private ForkedJvm(Path output, Process process) {
    this.output = output;
    this.process = process;
  }

  /** Starts it with these options, the stand-in named by property, and that many inferences. */
  static ForkedJvm start(Path folder, int inferences, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx256m"));
    command.add("-Dbpu4j.dnn.library=" + NativeStubs.library());
    command.addAll(options);
    command.add(Classify.class.getName());
    command.add(StandIn.file(StandIn.RESNET18).toString());
    command.add(Integer.toString(inferences));
    Path output = Files.createTempFile(folder, "forked", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("BPU4J_STUB_TIMING", "0:0");
    return new ForkedJvm(
        output, builder.redirectErrorStream(true).redirectOutput(output.toFile()).start());
  }

  /** Waits, and gives the exit code and all that it printed. */
  String result() throws IOException, InterruptedException {
    if (!process.waitFor(4, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return "no end after 4 minutes: " + Files.readString(output);
    }
    return "exit " + process.exitValue() + "\n" + Files.readString(output);
  }
}
