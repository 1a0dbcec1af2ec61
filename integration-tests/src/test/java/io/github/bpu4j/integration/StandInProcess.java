// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Runs a program in its own process, with the native stand-in as {@code libdnn.so}.
 *
 * @param exit the exit code
 * @param out the text on stdout
 * @param err the text on stderr
 */
record StandInProcess(int exit, String out, String err) {
  /**
   * Runs a main class and waits for it to end.
   *
   * @param stubModel the description of the stand-in's model, or its name
   * @param environment additional variables
   */
  static StandInProcess run(
      Class<?> main, Object stubModel, Map<String, String> environment, Object... arguments)
      throws IOException, InterruptedException {
    List<String> options =
        List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");
    ProcessBuilder builder = new ProcessBuilder(JavaProgram.command(options, main, arguments));
    builder.environment().put("BPU4J_STUB_MODEL", stubModel.toString());
    builder.environment().put("BPU4J_DNN_LIBRARY", NativeStubs.library().toString());
    builder.environment().putAll(environment);
    ProgramRun run = ProgramRun.of(builder);
    return new StandInProcess(run.exit(), run.out(), run.err());
  }
}
