// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures every section in its own process, then writes pages and plots. */
@Command(
    name = "benchmarks/run.sh",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the whole path, stores it in benchmarks/figures.tsv, and updates every page and plot.",
      "What a run does not measure keeps its figures, with the date and commit of each.",
      "BPU figures are simulated: a stand-in libdnn.so answers. Keep the machine quiet meanwhile."
    })
public final class Performance implements Callable<Integer> {
  private static final Duration LONGEST_SECTION = Duration.ofMinutes(20);

  @Option(
      names = "--quick",
      description = "Only show that everything runs; pages stay as they are.")
  private boolean quick;

  @Option(
      names = "--only",
      split = ",",
      description = "Sections: ${COMPLETION-CANDIDATES}; the pages keep the figures of all others.")
  private List<SectionName> only = List.of(SectionName.values());

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "How often this library and a peer run in turn; default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--rows",
      paramLabel = "REGEX",
      description = "Only comparisons that match, such as 'NV12.*4000x3000'; pages stay.")
  private @Nullable Pattern rows;

  @Option(
      names = "--soak",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long the soak lasts; default ${DEFAULT-VALUE}.")
  private int soak;

  @Option(
      names = "--pages",
      description = "Measure nothing; update pages and plots from benchmarks/figures.tsv.")
  private boolean onlyPages;

  @Option(names = "--in-process", hidden = true)
  private @Nullable SectionName inProcess;

  @Option(names = "--root", hidden = true, defaultValue = ".")
  private Path root = Path.of(".");

  /** Runs the command; returns 1 if a section failed or a published figure misses its target. */
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
    if (onlyPages) {
      publish(new Pages(root).figures());
      return 0;
    }
    return measureAll() ? 0 : 1;
  }

  private Effort effort() {
    return new Effort(
        quick,
        quick ? 1 : rounds,
        rows == null ? Pattern.compile("") : rows,
        Duration.ofSeconds(quick ? Math.min(soak, 5) : soak));
  }

  private boolean measureAll() throws IOException, InterruptedException {
    RunContext context = RunContext.now(root);
    Progress progress = new Progress(only, quick);
    boolean allRan = true;
    Map<String, Table> measured = new LinkedHashMap<>();
    for (SectionName section : only) {
      allRan &= run(section, progress);
      collect(section, measured);
    }
    say("measured in %d s", progress.elapsed().toSeconds());
    if (quick || rows != null) {
      return allRan;
    }
    Figures figures = new Pages(root).figures().with(measured, context);
    publish(figures);
    say("replaced in benchmarks/figures.tsv, on pages and in plots: %s", measured.keySet());
    return judge(figures, measured.keySet()) && allRan;
  }

  /** Runs a section in its own process; reports if it fails, and the other sections still run. */
  private boolean run(SectionName section, Progress progress)
      throws IOException, InterruptedException {
    String name = section.name().toLowerCase(Locale.ROOT);
    say("%s ...", name);
    for (String table : section.tables()) {
      Table.delete(TableRecorder.FOLDER, table);
    }
    long start = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command(section, progress.option())).inheritIO();
    Duration longest =
        section == SectionName.SOAK ? LONGEST_SECTION.plusSeconds(soak) : LONGEST_SECTION;
    try {
      int exit = ProgramRun.of(builder, longest).exit();
      say("%s ended after %d s", name, Duration.ofNanos(System.nanoTime() - start).toSeconds());
      return exit == 0;
    } catch (IOException e) {
      say("%s failed, what it has measured is kept: %s", name, e);
      return false;
    } finally {
      progress.ended(section);
    }
  }

  private List<String> command(SectionName section, String progress) {
    List<String> options = new ArrayList<>();
    if (section == SectionName.SOAK) {
      // A heap touched from the start, so that what grows is not the heap.
      options.addAll(List.of("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch"));
    }
    options.add(progress);
    options.add("-Djava.awt.headless=true");
    options.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    options.add("-Dbpu4j.performance=" + TableRecorder.FOLDER);
    options.add("-Dbpu4j.client=" + NativeClient.PROGRAM);
    Jvm.newer().ifPresent(jvm -> options.add("-D" + Jvm.NEWER + "=" + jvm.home()));
    List<Object> arguments = new ArrayList<>(List.of("--in-process", section, "--root", root));
    arguments.addAll(List.of("--soak", soak, "--rounds", rounds));
    if (rows != null) {
      arguments.addAll(List.of("--rows", rows));
    }
    if (quick) {
      arguments.add("--quick");
    }
    return JavaProgram.command(options, Performance.class, arguments.toArray());
  }

  private static void collect(SectionName section, Map<String, Table> measured) throws IOException {
    for (String table : section.tables()) {
      Table.read(TableRecorder.FOLDER, table).ifPresent(found -> measured.put(table, found));
    }
  }

  private void publish(Figures figures) throws IOException {
    new Pages(root).publish(figures);
    new Plots(figures, root.resolve("docs/images")).draw();
  }

  /** Judges the targets whose figures this run measured. */
  private static boolean judge(Figures figures, Set<String> measured) {
    boolean met = true;
    for (Target target : Targets.of(figures)) {
      if (measured.contains(target.table())) {
        say("%s", String.join(" | ", target.row()));
        met &= target.isMet();
      }
    }
    return met;
  }

  private static void say(String format, Object... arguments) {
    System.err.println("performance: " + String.format(Locale.ROOT, format, arguments));
  }
}
