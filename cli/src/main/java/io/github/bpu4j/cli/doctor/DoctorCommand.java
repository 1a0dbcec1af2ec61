// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import io.github.bpu4j.api.Runtimes;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.cli.Version;
import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.SystemView;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.io.TerminalWidth;
import io.github.bpu4j.cli.options.RuntimeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bpu4j doctor}: what this machine can do, what it lacks, and what to do about it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Examines this machine: system, chip, Java, libdnn, devices, memory, clocks, caches, fonts"
          + " and runtimes, then classifies one picture. A missing BPU is normal on a laptop.",
      "Exit code 1 if something failed; 3 if the runtime given by --runtime does not work, or none"
          + " does."
    })
public final class DoctorCommand implements Callable<Integer> {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final Streams streams;
  private final List<Finding> findings = new ArrayList<>();

  @Spec private @Nullable CommandSpec spec;

  @Mixin private RuntimeOptions options = new RuntimeOptions();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "Read the files in this folder in place of /, such as a copy of a board's; nothing in it"
              + " is loaded or run.")
  private @Nullable Path root;

  @Option(names = "--json", description = "Print one JSON object per finding, one per line.")
  private boolean json;

  public DoctorCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (root != null) {
      options.requireNotBeside("--root");
    }
    options.applyLibrary();
    List<InferenceRuntime> asked = options.asked(Runtimes.discover());
    SystemView view = root == null ? SystemView.ofThisMachine() : tree(root);
    if (!json) {
      streams.result("bpu4j %s, %s%n".formatted(Version.number(), Version.machine()));
      streams.result(table().header());
    }
    for (Finding finding : Doctor.files(view)) {
      show(finding, FindingJson.line(finding));
    }
    List<RuntimeReport> runtimes = view.isLive() ? examine(asked, view) : List.of();
    Summary summary = new Summary(findings, runtimes, view.isLive());
    if (!json) {
      streams.result(summary.line(streams.texts()));
    }
    return summary.exitCode();
  }

  private SystemView tree(Path folder) {
    try {
      return SystemView.ofTree(folder);
    } catch (IOException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--root: there is no folder " + folder, e);
    }
  }

  private List<RuntimeReport> examine(List<InferenceRuntime> runtimes, SystemView view)
      throws IOException {
    List<RuntimeReport> reports =
        RuntimeReport.all(runtimes, options.name() != null, Board.of(view));
    for (RuntimeReport report : reports) {
      show(report.finding(), FindingJson.line(report));
    }
    Finding last =
        runtimes.isEmpty()
            ? Diagnosis.RUNTIME_NONE.with("no runtime on the class path")
            : CarriedInference.with(runtimes);
    show(last, FindingJson.line(last));
    return reports;
  }

  private void show(Finding finding, String line) throws IOException {
    findings.add(finding);
    streams.result(json ? line : table().rows(finding));
  }

  /** Lines are broken only for a terminal, so that others can search them. */
  private FindingTable table() {
    return new FindingTable(
        streams.terminal() ? TerminalWidth.columns(streams) : UNLIMITED, streams.texts());
  }
}
