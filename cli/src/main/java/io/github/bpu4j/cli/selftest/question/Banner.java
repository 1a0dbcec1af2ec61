// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.question;

import io.github.bpu4j.cli.Bpu4j;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds out what a library prints on stdout by itself, by running one picture in a process. */
final class Banner {
  private static final String LIBRARY = "bpu4j.dnn.library";
  private static final long LONGEST_SECONDS = 60;
  private static final Wording TITLE =
      new Wording("What does the library print on stdout by itself?", "库自行向 stdout 输出什么？");

  private Banner() {}

  /**
   * Asks with a model, if there is one.
   *
   * @param output the output to read
   */
  static Question ask(Optional<Path> model, Optional<String> output) throws InterruptedException {
    if (model.isEmpty()) {
      return Question.left("Q26", TITLE, new Wording("no model was opened", "没有打开任何模型"));
    }
    try {
      Path printed = Files.createTempFile("bpu4j-banner", ".txt");
      try {
        return run(command(model.get(), output.orElseThrow()), printed);
      } finally {
        Files.deleteIfExists(printed);
      }
    } catch (IOException e) {
      return Question.left("Q26", TITLE, Wording.same(String.valueOf(e.getMessage())));
    }
  }

  private static Question run(List<String> command, Path printed)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(printed.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      return Question.left("Q26", TITLE, new Wording("the process that asks failed", "用于询问的进程失败"));
    }
    List<String> lines = Files.readAllLines(printed, StandardCharsets.ISO_8859_1);
    List<String> banner = lines.stream().filter(line -> !line.startsWith("{\"model\"")).toList();
    return Question.answered(
        "Q26",
        TITLE,
        banner.isEmpty()
            ? new Wording("nothing", "什么也没有")
            : Wording.same(String.join(" | ", banner)));
  }

  private static List<String> command(Path model, String output) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String library = System.getProperty(LIBRARY);
    if (library != null) {
      command.add("-D" + LIBRARY + "=" + library);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bpu4j.class.getName()));
    command.addAll(List.of("perf", "--json", "--runtime", "bpu", "--frames", "1"));
    command.addAll(List.of("--warmup", "0", "--output-name", output, "--model", model.toString()));
    return command;
  }
}
