// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What figures depend on in addition to what is measured.
 *
 * @param date of the run, UTC
 * @param commit of the sources, with {@code -dirty} if they differ from it
 * @param processor its name and number of cores
 */
record RunContext(LocalDate date, String commit, String processor) {
  /** Returns the context of a run that starts now on this machine, with the sources in a folder. */
  static RunContext now(Path root) throws IOException, InterruptedException {
    ProcessBuilder git = new ProcessBuilder("git", "describe", "--always", "--dirty");
    String commit = ProgramRun.of(git.directory(root.toFile())).outOfSuccess().strip();
    int cores = Runtime.getRuntime().availableProcessors();
    return new RunContext(LocalDate.now(ZoneOffset.UTC), commit, model() + ", " + cores + " cores");
  }

  /** The line below each table that was measured in this run. */
  String caption(Translations words) {
    return words.of("Measured %s at commit %s on %s.").formatted(date, commit, processor);
  }

  /** The table at the head of a page whose sections were all measured in this run. */
  Table table() {
    return new Table(
        "machine",
        List.of("what", "value"),
        List.of(
            List.of("date", date.toString()),
            List.of("commit", commit),
            List.of("CPU", processor),
            List.of("system", property("os.name") + " " + property("os.version")),
            List.of("JDK", property("java.vm.name") + " " + property("java.vm.version")),
            List.of("BPU", "none: simulated by the stand-in libdnn.so")));
  }

  private static String model() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
      if (line.startsWith("model name") || line.startsWith("CPU part")) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return property("os.arch");
  }

  private static String property(String name) {
    return System.getProperty(name);
  }
}
