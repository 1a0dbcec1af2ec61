// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest;

import io.github.bpu4j.cli.doctor.finding.State;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.selftest.question.Question;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.replay.RateResult;
import io.github.bpu4j.cli.selftest.replay.ReplayResult;
import io.github.bpu4j.cli.selftest.report.DoctorLine;
import io.github.bpu4j.cli.selftest.report.Report;
import io.github.bpu4j.cli.selftest.verdict.Cause;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The report as lines for a terminal, a verdict each. */
final class Terminal {
  private static final String NOTHING = "-";

  private Terminal() {}

  static String page(Report report) {
    List<String> lines = new ArrayList<>();
    if (report.simulated()) {
      lines.add("SIMULATED: a stand-in answered, not a BPU; nothing here tells of a board");
    }
    report.doctor().stream().filter(Terminal::matters).map(Terminal::line).forEach(lines::add);
    report.answers().stream().map(Terminal::line).forEach(lines::add);
    report.rates().stream().map(Terminal::line).forEach(lines::add);
    report.questions().stream().map(Terminal::line).forEach(lines::add);
    report.missing().stream().map(missing -> "not compared: " + missing.en()).forEach(lines::add);
    lines.add("verdict: " + report.verdict().wording().en());
    return lines.stream()
        .map(line -> TerminalText.printable(line) + System.lineSeparator())
        .collect(Collectors.joining());
  }

  /** What is well, or of no use here, stands in the report and is not worth a line. */
  private static boolean matters(DoctorLine line) {
    return line.state().equals(State.FAILURE.word()) || line.state().equals(State.WARNING.word());
  }

  private static String line(DoctorLine line) {
    return "doctor: %s %s: %s; %s"
        .formatted(line.state(), line.check(), line.evidence(), line.remedy().orElse(NOTHING));
  }

  private static String line(ReplayResult result) {
    AnswerRecord row = result.replayed().first();
    return "%s: %s, %s, %s, softmax %s: %s%s"
        .formatted(
            result.verdict().wording().en(),
            row.name(),
            row.picture(),
            row.fit().name().toLowerCase(Locale.ROOT),
            row.softmaxes().name().toLowerCase(Locale.ROOT),
            cause(result.cause().map(Cause::wording)),
            result.detail());
  }

  private static String line(RateResult rate) {
    String verdict = rate.verdict().wording().en();
    if (rate.problem().isPresent()) {
      return "%s: %s, %d threads: %s"
          .formatted(verdict, rate.name(), rate.threads(), rate.problem().get());
    }
    return String.format(
        Locale.ROOT,
        "%s: %s, %d thread%s: %s%.3f ms (published %s), %.2f FPS (published %s)",
        verdict,
        rate.name(),
        rate.threads(),
        rate.threads() == 1 ? "" : "s",
        cause(rate.cause()),
        rate.latencyMs(),
        rate.published().flatMap(record -> number(record.latencyMs())).orElse(NOTHING),
        rate.fps(),
        rate.published().flatMap(record -> number(record.fps())).orElse(NOTHING));
  }

  private static Optional<String> number(OptionalDouble value) {
    return value.isPresent() ? Optional.of(Double.toString(value.getAsDouble())) : Optional.empty();
  }

  private static String line(Question question) {
    return "%s: %s %s".formatted(question.key(), question.title().en(), question.answer().en());
  }

  private static String cause(Optional<Wording> cause) {
    return cause.map(wording -> wording.en() + ": ").orElse("");
  }
}
