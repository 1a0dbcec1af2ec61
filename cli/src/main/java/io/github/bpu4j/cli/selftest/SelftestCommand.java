// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest;

import io.github.bpu4j.api.Runtimes;
import io.github.bpu4j.cli.doctor.Doctor;
import io.github.bpu4j.cli.doctor.view.SystemView;
import io.github.bpu4j.cli.io.CompleteFile;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Interruption;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.options.RuntimeOptions;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.record.KnownPictures;
import io.github.bpu4j.cli.selftest.record.RateRecord;
import io.github.bpu4j.cli.selftest.record.Records;
import io.github.bpu4j.cli.selftest.record.RecordsException;
import io.github.bpu4j.cli.selftest.replay.Feed;
import io.github.bpu4j.cli.selftest.report.Anonymity;
import io.github.bpu4j.cli.selftest.report.DoctorLine;
import io.github.bpu4j.cli.selftest.report.Report;
import io.github.bpu4j.cli.selftest.report.ReportJson;
import io.github.bpu4j.cli.selftest.report.ReportPage;
import io.github.bpu4j.cli.selftest.verdict.Verdict;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bpu4j selftest}: compares this board with what other boards have printed. */
@Command(
    name = "selftest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tests this board against what the vendor's boards have printed, and writes a report.",
      "",
      "Replays recorded answers for the vendor's sample pictures, measures with 1 and 4 threads,"
          + " and answers open questions about libdnn. Pictures are recognized by SHA-256; get"
          + " them with the vendor's samples. The report holds no name, path or serial number.",
      "",
      "Exit code 0 only if at least one answer was compared and all are the same; 1 if something"
          + " differs, fails, or has no record; 3 if the BPU or a model given by name is missing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bpu4j models get resnet18 && bpu4j selftest --pictures rdk_model_zoo",
      "  bpu4j selftest --model resnet18 mobilenetv2 --pictures samples --report report"
    })
public final class SelftestCommand implements Callable<Integer> {
  private static final String BASE_NAME = "bpu4j-selftest";

  private final Streams streams;
  private final Function<AnswerRecord, Feed> reading;
  private final Supplier<List<DoctorLine>> doctor;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-m", "--model"},
      arity = "1..*",
      paramLabel = "NAME",
      description =
          "Models to test, names of fetched ones or files; by default all of the records that are"
              + " on this machine.")
  private List<String> models = List.of();

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Folder with the vendor's sample pictures, searched with all below it.")
  private @Nullable Path pictures;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description = "Answers to compare with, instead of the published ones, as CSV.")
  private @Nullable Path records;

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description = "Rates to compare with, instead of the published ones, as CSV.")
  private @Nullable Path rates;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Pictures to measure for each rate (${DEFAULT-VALUE}); 0 to measure none.")
  private int frames = 200;

  @Option(
      names = "--probe",
      description = "Also ask questions that could cost a restart of the board.")
  private boolean probe;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Folder for bpu4j-selftest.json and .html; default: the current one.")
  private Path folder = Path.of("");

  @Option(names = "--json", description = "Print the report as a JSON object.")
  private boolean json;

  @Mixin private RuntimeOptions runtime = new RuntimeOptions();

  public SelftestCommand(Streams streams) {
    this(streams, Feed::of, SelftestCommand::examine);
  }

  /** A command that feeds records as a test says, to see a mistake found. */
  SelftestCommand(
      Streams streams, Function<AnswerRecord, Feed> reading, Supplier<List<DoctorLine>> doctor) {
    this.streams = streams;
    this.reading = reading;
    this.doctor = doctor;
  }

  private static List<DoctorLine> examine() {
    return Doctor.examine(SystemView.ofThisMachine(), Runtimes.discover()).stream()
        .map(DoctorLine::of)
        .toList();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireSense();
    runtime.applyLibrary();
    List<AnswerRecord> answers = answers();
    FoundModels found = FoundModels.of(models, answers);
    SelftestRun.Plan plan =
        new SelftestRun.Plan(
            answers, rates(), found, pictures(answers, found), frames, probe, reading);
    Interruption interruption = Interruption.intercept();
    Report report = new SelftestRun(plan, streams, interruption::happened).run(doctor.get());
    write(report);
    return exitCode(report, found);
  }

  private void requireSense() throws IOException {
    if (runtime.name() != null && !BpuRuntime.NAME.equals(runtime.name())) {
      throw usage("--runtime: selftest tests the runtime bpu, not " + runtime.name());
    }
    if (frames < 0) {
      throw usage("--frames: got " + frames + ", expected 0 or more");
    }
    if (pictures != null && !Files.isDirectory(pictures)) {
      throw usage("--pictures: " + pictures + " is not a folder");
    }
    requireWritableReport();
  }

  /** Refuses before the run what would lose its report. */
  private void requireWritableReport() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw usage("--report: " + folder + " is not a folder");
    }
    Path absolute = folder.toAbsolutePath();
    Files.createDirectories(absolute);
    if (!Files.isWritable(absolute)) {
      throw new AccessDeniedException(absolute.toString());
    }
  }

  private List<AnswerRecord> answers() throws IOException {
    try {
      return records == null ? Records.publishedAnswers() : Records.answers(records);
    } catch (RecordsException e) {
      throw usage("--records: " + e.getMessage());
    }
  }

  private List<RateRecord> rates() throws IOException {
    try {
      return rates == null ? Records.publishedRates() : Records.rates(rates);
    } catch (RecordsException e) {
      throw usage("--rates: " + e.getMessage());
    }
  }

  private KnownPictures pictures(List<AnswerRecord> answers, FoundModels found) throws IOException {
    if (pictures == null) {
      return KnownPictures.none();
    }
    Set<String> wanted =
        answers.stream()
            .filter(row -> found.files().containsKey(row.name()))
            .map(AnswerRecord::sha256)
            .filter(hash -> !hash.isEmpty())
            .collect(Collectors.toSet());
    return KnownPictures.in(pictures, wanted);
  }

  private void write(Report report) throws IOException {
    Anonymity anonymity = Anonymity.ofProcess();
    String line = new ReportJson(report, anonymity).line();
    streams.result(json ? line : Terminal.page(report, streams.texts()));
    CompleteFile.write(folder.resolve(BASE_NAME + ".json"), line.getBytes(StandardCharsets.UTF_8));
    CompleteFile.write(
        folder.resolve(BASE_NAME + ".html"), new ReportPage(report, anonymity).html());
    streams.say(
        "selftest.report",
        "report to send in: %s and %s",
        folder.resolve(BASE_NAME + ".json"),
        folder.resolve(BASE_NAME + ".html"));
  }

  private int exitCode(Report report, FoundModels found) {
    if (report.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    boolean unavailable = !new BpuRuntime().availability().available();
    if (unavailable || !found.missing().isEmpty()) {
      return ExitCode.UNAVAILABLE;
    }
    return report.verdict() == Verdict.SAME && namedOnesWereCompared(report, found)
        ? ExitCode.OK
        : ExitCode.ITEM_FAILED;
  }

  /** A model that was named and has no record, or no picture here, was not tested. */
  private boolean namedOnesWereCompared(Report report, FoundModels found) {
    Set<String> compared =
        report.answers().stream()
            .map(answer -> answer.replayed().first().name())
            .collect(Collectors.toSet());
    return models.isEmpty() || compared.containsAll(found.files().keySet());
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
