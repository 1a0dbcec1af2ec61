// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.selftest.question.Question;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.replay.RateResult;
import io.github.bpu4j.cli.selftest.replay.ReplayResult;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The report as one JSON object, in English, without a word about the user. */
public final class ReportJson {
  private final Report report;
  private final Anonymity anonymity;

  public ReportJson(Report report, Anonymity anonymity) {
    this.report = report;
    this.anonymity = anonymity;
  }

  /** One line with a line break. */
  public String line() {
    return Json.line(this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStringField("verdict", report.verdict().key());
    json.writeBooleanField("simulated", report.simulated());
    json.writeBooleanField("interrupted", report.interrupted());
    json.writeObjectFieldStart("versions");
    for (Map.Entry<String, String> version : report.versions().entrySet()) {
      text(json, version.getKey(), version.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("doctor");
    for (DoctorLine line : report.doctor()) {
      doctor(json, line);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("answers");
    for (ReplayResult answer : report.answers()) {
      answer(json, answer);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rates");
    for (RateResult rate : report.rates()) {
      rate(json, rate);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("questions");
    for (Question question : report.questions()) {
      question(json, question);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("missing");
    for (Wording missing : report.missing()) {
      json.writeString(anonymity.clean(missing.en()));
    }
    json.writeEndArray();
  }

  private void doctor(JsonGenerator json, DoctorLine line) throws IOException {
    json.writeStartObject();
    json.writeStringField("check", line.check());
    json.writeStringField("state", line.state());
    text(json, "evidence", line.evidence());
    Json.text(json, "remedy", line.remedy().map(Text::toString).map(anonymity::clean));
    json.writeEndObject();
  }

  private void answer(JsonGenerator json, ReplayResult answer) throws IOException {
    AnswerRecord row = answer.replayed().first();
    json.writeStartObject();
    text(json, "model", row.name());
    json.writeStringField("picture_sha256", row.sha256());
    json.writeStringField("fit", row.fit().name());
    json.writeStringField("interpolation", row.interpolation().name());
    json.writeStringField("softmaxes", row.softmaxes().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("records", answer.replayed().records().size());
    json.writeStringField("verdict", answer.verdict().key());
    Json.text(json, "cause", answer.cause().map(cause -> cause.wording().en()));
    text(json, "detail", answer.detail());
    json.writeEndObject();
  }

  private void rate(JsonGenerator json, RateResult rate) throws IOException {
    json.writeStartObject();
    text(json, "model", rate.name());
    json.writeNumberField("threads", rate.threads());
    number(json, "latency_ms", rate.latencyMs());
    number(json, "fps", rate.fps());
    number(json, "published_latency_ms", published(rate, true));
    number(json, "published_fps", published(rate, false));
    json.writeStringField("verdict", rate.verdict().key());
    Json.text(json, "cause", rate.cause().map(Wording::en));
    Json.text(json, "problem", rate.problem().map(anonymity::clean));
    json.writeEndObject();
  }

  static double published(RateResult rate, boolean latency) {
    return rate.published()
        .map(record -> latency ? record.latencyMs() : record.fps())
        .orElse(OptionalDouble.empty())
        .orElse(Double.NaN);
  }

  private void question(JsonGenerator json, Question question) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", question.key());
    text(json, "question", question.title().en());
    json.writeBooleanField("asked", question.asked());
    text(json, "answer", question.answer().en());
    json.writeEndObject();
  }

  private void text(JsonGenerator json, String name, String text) throws IOException {
    json.writeStringField(name, anonymity.clean(text));
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeFieldName(name);
    if (Double.isFinite(value)) {
      json.writeNumber(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).toPlainString());
    } else {
      json.writeNull();
    }
  }
}
