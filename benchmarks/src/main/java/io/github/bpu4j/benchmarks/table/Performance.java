// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures every section in a process of its own, then writes pages and plots. */
@Command(
    name = "benchmarks/run.sh",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the whole path and writes docs/performance.md, its Chinese twin and its plots.",
      "BPU figures are simulated: a stand-in libdnn.so answers. Keep the machine quiet meanwhile."
    })
public final class Performance implements Callable<Integer> {
  private static final Duration LONGEST_SECTION = Duration.ofMinutes(6);

  @Option(
      names = "--quick",
      description = "Only show that everything runs; pages stay as they are.")
  private boolean quick;

  @Option(
      names = "--only",
      split = ",",
      description = "Sections: ${COMPLETION-CANDIDATES}; pages keep the last figures of the rest.")
  private @Nullable List<Part> only;

  @Option(
      names = "--soak",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long the soak lasts; default ${DEFAULT-VALUE}.")
  private int soak;

  @Option(names = "--in-process", hidden = true)
  private @Nullable Part inProcess;

  @Option(names = "--root", hidden = true, defaultValue = ".")
  private Path root = Path.of(".");

  /** Runs the command; 1 when a section failed or a target is not met. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Performance())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (inProcess != null) {
      inProcess.section(root).measure(effort());
      return 0;
    }
    return all() ? 0 : 1;
  }

  private Effort effort() {
    return new Effort(quick, Duration.ofSeconds(quick ? Math.min(soak, 5) : soak));
  }

  private boolean all() throws IOException, InterruptedException {
    long start = System.nanoTime();
    if (only == null) {
      discardOld();
    }
    Machine.table(root, quick);
    boolean sound = true;
    for (Part part : only == null ? List.of(Part.values()) : only) {
      sound &= run(part);
    }
    say("measured in %d s", Duration.ofNanos(System.nanoTime() - start).toSeconds());
    Map<String, Table> tables = tables();
    if (!quick) {
      publish(tables);
    }
    return judge(tables) && sound;
  }

  private static void discardOld() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
  }

  /** A failing section is told, and the others still run. */
  private boolean run(Part part) throws InterruptedException {
    String name = part.name().toLowerCase(Locale.ROOT);
    say("%s ...", name);
    long start = System.nanoTime();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (part == Part.SOAK) {
      // A heap touched from the start, so that what grows is not the heap.
      command.addAll(List.of("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch"));
    }
    command.add("-Djava.awt.headless=true");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dbpu4j.performance=" + Rows.FOLDER);
    command.add("-Dbpu4j.client=" + NativeClient.PROGRAM);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Performance.class.getName(), "--in-process", part.name()));
    command.addAll(List.of("--root", root.toString(), "--soak", Integer.toString(soak)));
    if (quick) {
      command.add("--quick");
    }
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      Duration longest = part == Part.SOAK ? LONGEST_SECTION.plusSeconds(soak) : LONGEST_SECTION;
      if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        say("%s stopped after %s: what it has is kept", name, longest);
        return false;
      }
      say("%s ended after %d s", name, Duration.ofNanos(System.nanoTime() - start).toSeconds());
      return process.exitValue() == 0;
    } catch (IOException e) {
      say("%s did not start: %s", name, e);
      return false;
    }
  }

  private void publish(Map<String, Table> tables) throws IOException {
    Path docs = root.resolve("docs");
    new Report(tables, Words.english()).write(docs.resolve("performance.md"));
    new Report(tables, Words.chinese()).write(docs.resolve("zh/performance.md"));
    new Plots(tables, docs.resolve("images")).draw();
    say("wrote docs/performance.md, docs/zh/performance.md and docs/images/performance-*.png");
  }

  private boolean judge(Map<String, Table> tables) {
    boolean met = true;
    for (Target target : Target.all(tables)) {
      say("%s", String.join(" | ", Report.row(target)));
      met &= target.isMet();
    }
    return met;
  }

  private static Map<String, Table> tables() throws IOException {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (Path file : files()) {
      String name = file.getFileName().toString().replace(".tsv", "");
      Table.read(Rows.FOLDER, name).ifPresent(table -> tables.put(name, table));
    }
    return tables;
  }

  private static List<Path> files() throws IOException {
    Files.createDirectories(Rows.FOLDER);
    try (Stream<Path> files = Files.list(Rows.FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
  }

  private static void say(String format, Object... arguments) {
    System.err.println("performance: " + String.format(Locale.ROOT, format, arguments));
  }
}
