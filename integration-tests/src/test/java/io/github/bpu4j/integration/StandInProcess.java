// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import io.github.bpu4j.stubs.NativeStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program run as a process of its own, with the native stand-in in place of {@code libdnn.so}.
 *
 * @param exit the exit code
 * @param out what came on stdout
 * @param err what came on stderr
 */
record StandInProcess(int exit, String out, String err) {
  /**
   * Runs a main class to its end.
   *
   * @param stubModel the description of the model that the stand-in holds, or its name
   * @param environment further variables
   */
  static StandInProcess run(
      Class<?> main, Object stubModel, Map<String, String> environment, Object... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("bpu4j", ".out");
    Path err = Files.createTempFile("bpu4j", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command(main, arguments))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().put("BPU4J_STUB_MODEL", stubModel.toString());
      builder.environment().put("BPU4J_DNN_LIBRARY", NativeStubs.library().toString());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end after 120 s: " + List.of(arguments));
      }
      return new StandInProcess(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static List<String> command(Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }
}
