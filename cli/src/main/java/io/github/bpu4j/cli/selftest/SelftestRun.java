// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest;

import io.github.bpu4j.cli.Version;
import io.github.bpu4j.cli.io.LiveLine;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.selftest.question.Question;
import io.github.bpu4j.cli.selftest.question.Questions;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.record.KnownPictures;
import io.github.bpu4j.cli.selftest.record.RateRecord;
import io.github.bpu4j.cli.selftest.replay.Feed;
import io.github.bpu4j.cli.selftest.replay.RateCheck;
import io.github.bpu4j.cli.selftest.replay.RateResult;
import io.github.bpu4j.cli.selftest.replay.Replay;
import io.github.bpu4j.cli.selftest.replay.ReplayCase;
import io.github.bpu4j.cli.selftest.replay.ReplayResult;
import io.github.bpu4j.cli.selftest.report.DoctorLine;
import io.github.bpu4j.cli.selftest.report.Report;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Runs what a self-test consists of, one after the other, until done or stopped. */
final class SelftestRun {
  private static final Wording NO_MODEL =
      new Wording(
          "none of the recorded models is on this machine; run: bpu4j models get resnet18",
          "本机没有任何有记录的模型；请运行：bpu4j models get resnet18");

  private final Plan plan;
  private final Streams streams;
  private final LiveLine progress;
  private final BooleanSupplier stopped;
  private final BpuRuntime runtime = new BpuRuntime();
  private final List<Wording> missing = new ArrayList<>();

  /**
   * What is to be tested, and with what.
   *
   * @param answers the records of answers
   * @param rates the records of rates
   * @param models the model files
   * @param pictures the pictures of the records
   * @param frames number of pictures for each rate; 0 to measure none
   * @param probe whether questions that could cost a restart may be asked
   * @param reading how a record is fed: {@link Feed#of}, unless a test injects a mistake
   */
  record Plan(
      List<AnswerRecord> answers,
      List<RateRecord> rates,
      FoundModels models,
      KnownPictures pictures,
      int frames,
      boolean probe,
      Function<AnswerRecord, Feed> reading) {}

  SelftestRun(Plan plan, Streams streams, BooleanSupplier stopped) {
    this.plan = plan;
    this.streams = streams;
    this.progress = new LiveLine(streams);
    this.stopped = stopped;
  }

  /**
   * Runs everything.
   *
   * @param doctor the findings about the machine, made before
   */
  Report run(List<DoctorLine> doctor) throws InterruptedException {
    missing.addAll(plan.models().missing());
    if (plan.models().files().isEmpty() && missing.isEmpty()) {
      missing.add(NO_MODEL);
    }
    boolean usable = runtime.availability().available();
    if (!usable) {
      runtime.availability().reasons().stream().map(Wording::same).forEach(missing::add);
    }
    List<ReplayResult> answers = usable ? replay() : List.of();
    List<RateResult> rates = usable ? rates() : List.of();
    List<Question> questions = usable && !stopped.getAsBoolean() ? questions() : List.of();
    progress.clear();
    return new Report(
        versions(),
        doctor,
        answers,
        rates,
        questions,
        missing,
        isStandIn(),
        stopped.getAsBoolean());
  }

  private List<ReplayResult> replay() {
    List<ReplayCase> cases =
        ReplayCase.of(plan.answers()).stream()
            .filter(one -> plan.models().files().containsKey(one.first().name()))
            .toList();
    Replay replay = new Replay(runtime, plan.reading());
    List<ReplayResult> results = new ArrayList<>();
    for (int i = 0; i < cases.size() && !stopped.getAsBoolean(); i++) {
      AnswerRecord row = cases.get(i).first();
      Optional<Path> picture = plan.pictures().find(row.sha256());
      if (picture.isEmpty()) {
        pictureIsMissing(row);
        continue;
      }
      progress.show(
          streams
              .texts()
              .text(
                  "selftest.replaying",
                  "%d of %d pictures: %s, %s",
                  i,
                  cases.size(),
                  row.name(),
                  row.picture()));
      results.add(replay.run(cases.get(i), plan.models().file(row.name()), picture.get()));
    }
    plan.models().files().keySet().forEach(this::noteIfUnrecorded);
    return results;
  }

  private void noteIfUnrecorded(String model) {
    if (plan.answers().stream().noneMatch(row -> row.name().equals(model))) {
      missing.add(new Wording("no record of " + model, "没有 " + model + " 的记录"));
    }
  }

  private void pictureIsMissing(AnswerRecord row) {
    String hash = row.sha256().isEmpty() ? "?" : row.sha256();
    Wording wording =
        new Wording(
            "%s: no file with SHA-256 %s, the vendor's %s; put it in the folder of --pictures"
                .formatted(row.name(), hash, row.picture()),
            "%s：没有 SHA-256 为 %s 的文件，即厂商的 %s；请放入 --pictures 指定的目录"
                .formatted(row.name(), hash, row.picture()));
    if (!missing.contains(wording)) {
      missing.add(wording);
    }
  }

  private List<RateResult> rates() throws InterruptedException {
    RateCheck check = new RateCheck(runtime, plan.rates(), plan.frames(), streams, stopped);
    List<RateResult> results = new ArrayList<>();
    if (plan.frames() > 0) {
      for (Map.Entry<String, Path> model : plan.models().files().entrySet()) {
        progress.show(
            streams
                .texts()
                .text("selftest.measuring", "measuring %s with 1 and 4 threads", model.getKey()));
        results.addAll(check.run(model.getKey(), model.getValue()));
      }
    }
    return results;
  }

  private List<Question> questions() throws InterruptedException {
    progress.show(
        streams.texts().text("selftest.asking", "asking the library what no document says"));
    return new Questions(runtime).ask(plan.models().files().values(), plan.probe());
  }

  private boolean isStandIn() {
    return library().contains("bpu4j-stub");
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("bpu4j", Version.number());
    versions.put("machine", Version.machine());
    versions.put("libdnn", library());
    return versions;
  }

  private String library() {
    return String.join("; ", runtime.availability().reasons());
  }
}
