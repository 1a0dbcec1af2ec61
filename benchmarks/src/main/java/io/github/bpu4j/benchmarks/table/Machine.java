// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** What stands beside figures: where, when and of what they were taken. */
final class Machine {
  private Machine() {}

  static Table table(Path root, boolean quick) throws IOException, InterruptedException {
    Rows rows = new Rows("machine", "what", "value");
    rows.add("date", LocalDate.now(ZoneOffset.UTC));
    rows.add("commit", commit(root));
    rows.add("CPU", processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
    rows.add("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    rows.add(
        "JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    rows.add("BPU", "none: simulated by the stand-in libdnn.so");
    if (quick) {
      rows.add("effort", "quick: figures only show that everything runs");
    }
    return Table.read(Rows.FOLDER, "machine").orElseThrow();
  }

  private static String commit(Path root) throws IOException, InterruptedException {
    ProcessBuilder git = new ProcessBuilder("git", "describe", "--always", "--dirty");
    return Output.of(git.directory(root.toFile()), 10, TimeUnit.SECONDS).strip();
  }

  private static String processor() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
      if (line.startsWith("model name") || line.startsWith("CPU part")) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return System.getProperty("os.arch");
  }
}
