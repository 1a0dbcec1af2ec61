// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.Timings;
import java.io.IOException;
import java.util.OptionalDouble;

/** A result as JSON: the run, the figures for readers, and the counts that they come from. */
final class ResultJson {
  private static final int MOST_CONFUSED = 20;

  private ResultJson() {}

  static String write(EvaluationResult result) {
    return JsonFields.line(
        json -> {
          RunJson.write(json, result.run());
          json.writeBooleanField("complete", result.complete());
          json.writeObjectFieldStart("accuracy");
          writeFigures(json, result.accuracy(), result.run().settings().labels());
          json.writeEndObject();
          json.writeObjectFieldStart("speed");
          write(json, result.speed());
          json.writeEndObject();
          json.writeObjectFieldStart("counts");
          AccuracyJson.write(json, result.accuracy().counted());
          json.writeEndObject();
          RunJson.writeLabels(json, result.run());
        });
  }

  static EvaluationResult parse(String text) {
    JsonFields json = JsonFields.parse(text);
    return new EvaluationResult(
        RunJson.parse(json),
        AccuracyJson.parse(json.object("counts")),
        speed(json.object("speed")));
  }

  private static void writeFigures(JsonGenerator json, Accuracy accuracy, Labels labels)
      throws IOException {
    json.writeNumberField("pictures", accuracy.pictures());
    json.writeNumberField("unreadable", accuracy.unreadable());
    write(json, "top_1", accuracy.top1());
    write(json, "top_" + accuracy.depth(), accuracy.topK(accuracy.depth()));
    write(json, "mean_confidence", accuracy.meanConfidence());
    write(json, "calibration_error", accuracy.calibrationError());
    json.writeArrayFieldStart("classes");
    for (ClassAccuracy each : accuracy.byClass()) {
      if (each.pictures() + each.answers() > 0) {
        json.writeStartObject();
        json.writeNumberField("index", each.index());
        json.writeStringField("name", labels.name(each.index()));
        json.writeNumberField("pictures", each.pictures());
        json.writeNumberField("answers", each.answers());
        json.writeNumberField("right", each.right());
        number(json, "recall", each.recall().value());
        number(json, "precision", each.precision().value());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("confused");
    for (Confusion each : accuracy.mostConfused(MOST_CONFUSED)) {
      json.writeStartObject();
      json.writeNumberField("truth", each.truth());
      json.writeStringField("truth_name", labels.name(each.truth()));
      json.writeNumberField("answer", each.answer());
      json.writeStringField("answer_name", labels.name(each.answer()));
      json.writeNumberField("pictures", each.pictures());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String name, Proportion share) throws IOException {
    json.writeObjectFieldStart(name);
    number(json, "value", share.value());
    json.writeNumberField("low", share.low());
    json.writeNumberField("high", share.high());
    json.writeNumberField("count", share.count());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, OptionalDouble value)
      throws IOException {
    number(json, name, value.orElse(Double.NaN));
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  private static void write(JsonGenerator json, Speed speed) throws IOException {
    json.writeNumberField("pictures", speed.pictures());
    json.writeNumberField("elapsed_ns", speed.elapsedNanos());
    json.writeNumberField("timed", speed.timed());
    json.writeFieldName("phases_ns");
    long[] phases = nanos(speed.phases());
    json.writeArray(phases, 0, phases.length);
  }

  private static Speed speed(JsonFields json) {
    return new Speed(
        json.integer("pictures"),
        json.integer("elapsed_ns"),
        json.integer("timed"),
        timings(json.integers("phases_ns")));
  }

  static long[] nanos(Timings timings) {
    return new long[] {
      timings.decodeNanos(),
      timings.queueNanos(),
      timings.preprocessNanos(),
      timings.inferNanos(),
      timings.postprocessNanos(),
      timings.totalNanos()
    };
  }

  static Timings timings(long[] nanos) {
    return new Timings(nanos[0], nanos[1], nanos[2], nanos[3], nanos[4], nanos[5]);
  }
}
