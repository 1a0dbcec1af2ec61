// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.report;

import io.github.bpu4j.cli.html.HtmlPage;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.selftest.question.Question;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.replay.RateResult;
import io.github.bpu4j.cli.selftest.replay.ReplayResult;
import io.github.bpu4j.cli.selftest.verdict.Cause;
import io.github.bpu4j.cli.selftest.verdict.Verdict;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The report as one HTML page in both languages, without a word about the user. */
public final class ReportPage {
  private final Report report;
  private final Anonymity anonymity;

  public ReportPage(Report report, Anonymity anonymity) {
    this.report = report;
    this.anonymity = anonymity;
  }

  /** The page, in UTF-8. */
  public byte[] html() {
    Map<String, Object> values = new HashMap<>();
    values.put("verdict", verdict(report.verdict()));
    values.put("simulated", report.simulated());
    values.put("interrupted", report.interrupted());
    values.put(
        "versions",
        report.versions().entrySet().stream()
            .map(one -> Map.of("name", one.getKey(), "value", anonymity.clean(one.getValue())))
            .toList());
    values.put("doctor", report.doctor().stream().map(this::doctor).toList());
    values.put("hasDoctor", !report.doctor().isEmpty());
    values.put("answers", report.answers().stream().map(this::answer).toList());
    values.put("hasAnswers", !report.answers().isEmpty());
    values.put("rates", report.rates().stream().map(this::rate).toList());
    values.put("hasRates", !report.rates().isEmpty());
    values.put("questions", report.questions().stream().map(this::question).toList());
    values.put("hasQuestions", !report.questions().isEmpty());
    values.put("missing", report.missing().stream().map(this::words).toList());
    values.put("hasMissing", !report.missing().isEmpty());
    return HtmlPage.fill("bpu4j selftest", ReportPage.class, "report.mustache", values);
  }

  private Map<String, Object> doctor(DoctorLine line) {
    return Map.of(
        "check", line.check(),
        "state", line.state(),
        "evidence", anonymity.clean(line.evidence()),
        "remedy", anonymity.clean(line.remedy().map(Text::toString).orElse("")));
  }

  private Map<String, Object> answer(ReplayResult answer) {
    AnswerRecord row = answer.replayed().first();
    Map<String, Object> cells = new HashMap<>();
    cells.put("model", anonymity.clean(row.name()));
    cells.put("picture", anonymity.clean(row.picture()));
    cells.put("fit", row.fit().name().toLowerCase(Locale.ROOT));
    cells.put("softmaxes", row.softmaxes().name().toLowerCase(Locale.ROOT));
    cells.put("verdict", verdict(answer.verdict()));
    cells.put("cause", words(answer.cause().map(Cause::wording).orElse(Wording.same(""))));
    cells.put("detail", anonymity.clean(answer.detail()));
    cells.put("origin", anonymity.clean(row.origin()));
    return cells;
  }

  private Map<String, Object> rate(RateResult rate) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("model", anonymity.clean(rate.name()));
    cells.put("threads", rate.threads());
    cells.put("latency", number(rate.latencyMs()));
    cells.put("fps", number(rate.fps()));
    cells.put("publishedLatency", number(ReportJson.published(rate, true)));
    cells.put("publishedFps", number(ReportJson.published(rate, false)));
    cells.put("verdict", verdict(rate.verdict()));
    cells.put("cause", words(rate.cause().orElse(Wording.same(rate.problem().orElse("")))));
    return cells;
  }

  private Map<String, Object> question(Question question) {
    return Map.of(
        "key", question.key(),
        "title", words(question.title()),
        "answer", words(question.answer()));
  }

  private static Map<String, Object> verdict(Verdict verdict) {
    String color =
        switch (verdict) {
          case SAME -> "good";
          case NO_RECORD -> "warn";
          case DIFFERS, FAILED -> "bad";
        };
    return Map.of("color", color, "en", verdict.wording().en(), "zh", verdict.wording().zh());
  }

  private Map<String, Object> words(Wording wording) {
    return Map.of("en", anonymity.clean(wording.en()), "zh", anonymity.clean(wording.zh()));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "-";
  }
}
