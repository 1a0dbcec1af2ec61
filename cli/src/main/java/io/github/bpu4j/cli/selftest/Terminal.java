// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest;

import io.github.bpu4j.cli.doctor.DoctorWords;
import io.github.bpu4j.cli.doctor.finding.State;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
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

  private final Texts texts;

  private Terminal(Texts texts) {
    this.texts = texts;
  }

  static String page(Report report, Texts texts) {
    return new Terminal(texts)
        .lines(report).stream()
            .map(line -> TerminalText.printable(line) + System.lineSeparator())
            .collect(Collectors.joining());
  }

  private List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    if (report.simulated()) {
      lines.add(
          texts.text(
              "selftest.simulated",
              "SIMULATED: a stand-in answered, not a BPU; nothing here tells of a board"));
    }
    report.doctor().stream().filter(Terminal::matters).map(this::line).forEach(lines::add);
    report.answers().stream().map(this::line).forEach(lines::add);
    report.rates().stream().map(this::line).forEach(lines::add);
    report.questions().stream().map(this::line).forEach(lines::add);
    for (Wording missing : report.missing()) {
      lines.add(texts.text("selftest.missing", "not compared: %s", in(missing)));
    }
    lines.add(texts.text("selftest.verdict", "verdict: %s", in(report.verdict().wording())));
    return lines;
  }

  private String in(Wording wording) {
    return wording.in(texts.language());
  }

  private static boolean matters(DoctorLine line) {
    return line.state().equals(State.FAILURE.word()) || line.state().equals(State.WARNING.word());
  }

  private String line(DoctorLine line) {
    return texts.text(
        "selftest.doctor",
        "doctor: %s %s: %s; %s",
        line.state().equals(State.FAILURE.word())
            ? DoctorWords.of(State.FAILURE)
            : DoctorWords.of(State.WARNING),
        line.check(),
        line.evidence(),
        line.remedy().<Object>map(remedy -> remedy).orElse(NOTHING));
  }

  private String line(ReplayResult result) {
    AnswerRecord row = result.replayed().first();
    return texts.text(
        "selftest.answer",
        "%s: %s, %s, %s, softmax %s: %s%s",
        in(result.verdict().wording()),
        row.name(),
        row.picture(),
        row.fit().name().toLowerCase(Locale.ROOT),
        row.softmaxes().name().toLowerCase(Locale.ROOT),
        cause(result.cause().map(Cause::wording)),
        result.detail());
  }

  private String line(RateResult rate) {
    String verdict = in(rate.verdict().wording());
    Text threads =
        rate.threads() == 1
            ? Text.of("selftest.thread", "1 thread")
            : Text.of("selftest.threads", "%d threads", rate.threads());
    if (rate.problem().isPresent()) {
      return texts.text(
          "selftest.rate.problem",
          "%s: %s, %s: %s",
          verdict,
          rate.name(),
          threads,
          rate.problem().get());
    }
    return texts.text(
        "selftest.rate",
        "%s: %s, %s: %s%.3f ms (published %s), %.2f FPS (published %s)",
        verdict,
        rate.name(),
        threads,
        cause(rate.cause()),
        rate.latencyMs(),
        rate.published().flatMap(record -> number(record.latencyMs())).orElse(NOTHING),
        rate.fps(),
        rate.published().flatMap(record -> number(record.fps())).orElse(NOTHING));
  }

  private static Optional<String> number(OptionalDouble value) {
    return value.isPresent() ? Optional.of(Double.toString(value.getAsDouble())) : Optional.empty();
  }

  private String line(Question question) {
    return "%s: %s %s".formatted(question.key(), in(question.title()), in(question.answer()));
  }

  private Object cause(Optional<Wording> cause) {
    return cause.<Object>map(wording -> Text.of("selftest.cause", "%s: ", in(wording))).orElse("");
  }
}
