// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what a program executes between two stops, at which it says a line and waits for one. */
final class Callgrind {
  private static final Pattern TOTALS = Pattern.compile("(?m)^totals: (\\d+)$");

  private Callgrind() {}

  /** Instructions of all threads between the first stop and the second. */
  static long between(List<String> program) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bpu4j-callgrind");
    Path counts = folder.resolve("counts");
    try {
      Process process = start(program, folder, counts);
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
        for (int stop = 1; stop <= 2; stop++) {
          if (said.readLine() == null) {
            throw new IOException(
                program
                    + " ended before its stop: "
                    + Files.readString(folder.resolve("messages")));
          }
          control(process, stop == 1 ? List.of("--instr=on") : List.of("--dump"));
          process.getOutputStream().write('\n');
          process.getOutputStream().flush();
        }
        process.waitFor();
      } finally {
        process.destroyForcibly();
      }
      return total(folder.resolve("counts.1"));
    } finally {
      delete(folder);
    }
  }

  private static Process start(List<String> program, Path folder, Path counts) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("valgrind", "--tool=callgrind", "--instr-atstart=no"));
    command.add("--callgrind-out-file=" + counts);
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve("messages").toFile());
    builder.environment().put("BPU4J_STUB_TIMING", "0:0");
    builder.environment().put("BPU4J_STUB_CONTROL", folder.resolve("control").toString());
    return builder.start();
  }

  private static void control(Process process, List<String> request)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("callgrind_control"));
    command.addAll(request);
    command.add(Long.toString(process.pid()));
    Output.of(new ProcessBuilder(command).redirectErrorStream(true), 1, TimeUnit.MINUTES);
  }

  private static long total(Path counts) throws IOException {
    Matcher totals = TOTALS.matcher(Files.readString(counts));
    if (!totals.find()) {
      throw new IOException("callgrind left no total in " + counts);
    }
    return Long.parseLong(totals.group(1));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
