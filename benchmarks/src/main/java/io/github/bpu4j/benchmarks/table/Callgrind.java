// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the instructions of a program between two stops, at which it prints a line and waits for
 * one.
 */
final class Callgrind {
  private static final Pattern TOTALS = Pattern.compile("(?m)^totals: (\\d+)$");

  private Callgrind() {}

  /** Instructions of all threads between the first stop and the second. */
  static long between(List<String> program) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bpu4j-callgrind");
    try {
      try (StartedProgram counted = start(program, folder);
          BufferedReader reader = counted.reader()) {
        for (String request : List.of("--instr=on", "--dump")) {
          if (reader.readLine() == null) {
            throw new IOException(program + " ended before its stop: " + counted.err());
          }
          control(counted, request);
          counted.answer("");
        }
        counted.end();
      }
      return total(folder.resolve("counts.1"));
    } finally {
      delete(folder);
    }
  }

  private static StartedProgram start(List<String> program, Path folder) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("valgrind", "--tool=callgrind", "--instr-atstart=no"));
    command.add("--callgrind-out-file=" + folder.resolve("counts"));
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("BPU4J_STUB_TIMING", "0:0");
    builder.environment().put("BPU4J_STUB_CONTROL", folder.resolve("control").toString());
    return StartedProgram.conversing(builder);
  }

  private static void control(StartedProgram program, String request)
      throws IOException, InterruptedException {
    String pid = Long.toString(program.pid());
    ProgramRun.of(new ProcessBuilder("callgrind_control", request, pid)).outOfSuccess();
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
