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
 * @param jdk the version of the JVM
 */
record RunContext(String date, String commit, String processor, String jdk) {
  /** Returns the context of a run that starts now on this machine, with the sources in a folder. */
  static RunContext now(Path root) throws IOException, InterruptedException {
    ProcessBuilder git = new ProcessBuilder("git", "describe", "--always", "--dirty");
    String commit = ProgramRun.of(git.directory(root.toFile())).outOfSuccess().strip();
    int cores = Runtime.getRuntime().availableProcessors();
    return new RunContext(
        LocalDate.now(ZoneOffset.UTC).toString(),
        commit,
        model() + ", " + cores + " cores",
        System.getProperty("java.vm.version"));
  }

  /** Returns the context that {@link #cells} made these of. */
  static RunContext of(List<String> cells) {
    return new RunContext(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
  }

  /** Its parts, in order. */
  List<String> cells() {
    return List.of(date, commit, processor, jdk);
  }

  /** The line below each table that was measured in this run. */
  String caption(Translations words) {
    return words
        .of("Measured %s at commit %s on %s, JDK %s.")
        .formatted(date, commit, processor, jdk);
  }

  private static String model() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
      if (line.startsWith("model name") || line.startsWith("CPU part")) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return System.getProperty("os.arch");
  }
}
