// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.cli.eval.report.Findings;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.Proportion;
import io.github.bpu4j.evaluation.compare.FlippedPicture;
import io.github.bpu4j.evaluation.compare.GridResult;
import io.github.bpu4j.evaluation.compare.GridRow;
import io.github.bpu4j.evaluation.compare.McNemar;
import io.github.bpu4j.evaluation.compare.ModelComparison;
import io.github.bpu4j.evaluation.compare.ScoreMeasure;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** All findings as one JSON object; docs/json.md lists the keys. */
final class FindingsJson {
  private FindingsJson() {}

  /** The result's own object, with the fields {@code comparison} and {@code grid} if there are. */
  static String of(Findings findings) {
    String result = findings.result().toJson();
    if (findings.comparison().isEmpty() && findings.grid().isEmpty()) {
      return result + "\n";
    }
    Labels labels = findings.result().run().settings().labels();
    String more =
        Json.line(
            json -> {
              if (findings.comparison().isPresent()) {
                json.writeObjectFieldStart("comparison");
                write(json, findings.comparison().get(), labels);
                json.writeEndObject();
              }
              if (findings.grid().isPresent()) {
                json.writeObjectFieldStart("grid");
                write(json, findings.grid().get());
                json.writeEndObject();
              }
            });
    return result.substring(0, result.length() - 1) + "," + more.substring(1);
  }

  private static void write(JsonGenerator json, Findings.Compared compared, Labels labels)
      throws IOException {
    ModelComparison comparison = compared.comparison();
    write(json, compared.second());
    json.writeNumberField("pictures", comparison.pictures());
    json.writeNumberField("unreadable", comparison.second().unreadable());
    accuracy(json, "first", comparison.first());
    accuracy(json, "second", comparison.second());
    write(json, "agreement", comparison.agreement());
    McNemar test = comparison.mcNemar();
    json.writeObjectFieldStart("mcnemar");
    json.writeNumberField("only_first", test.onlyFirst());
    json.writeNumberField("only_second", test.onlySecond());
    json.writeBooleanField("exact", test.exact());
    json.writeNumberField("chi_square", test.chiSquare());
    json.writeNumberField("p_value", test.pValue());
    json.writeEndObject();
    write(json, "score_difference", comparison.difference());
    write(json, "score_cosine", comparison.cosine());
    write(json, "logit_cosine", comparison.logitCosine());
    json.writeNumberField("flipped", comparison.flipped());
    json.writeArrayFieldStart("first_flipped");
    for (FlippedPicture each : comparison.firstFlipped()) {
      write(json, each, labels);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, EvaluationSettings second) throws IOException {
    json.writeStringField("model", second.model());
    Json.text(json, "model_sha256", second.modelSha256());
    json.writeStringField("runtime", second.runtime());
    json.writeBooleanField("simulated", second.simulated());
    json.writeObjectFieldStart("settings");
    for (Map.Entry<String, EvaluationSettings.Setting> each : second.settings().entrySet()) {
      json.writeObjectFieldStart(each.getKey());
      json.writeStringField("value", each.getValue().value());
      json.writeStringField("origin", each.getValue().origin());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, FlippedPicture picture, Labels labels)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("path", picture.path());
    if (picture.truth().isPresent()) {
      json.writeNumberField("truth", picture.truth().getAsInt());
    }
    json.writeNumberField("first", picture.first());
    json.writeStringField("first_name", labels.name(picture.first()));
    Json.score(json, "first_score", picture.firstScore());
    json.writeNumberField("second", picture.second());
    json.writeStringField("second_name", labels.name(picture.second()));
    Json.score(json, "second_score", picture.secondScore());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, GridResult grid) throws IOException {
    json.writeNumberField("rivals", grid.rivals());
    json.writeArrayFieldStart("rows");
    for (GridRow row : grid.rows()) {
      json.writeStartObject();
      json.writeStringField("fit", name(row.preprocessing().fit()));
      json.writeStringField("interpolation", name(row.preprocessing().interpolation()));
      json.writeStringField("range", name(row.preprocessing().range()));
      json.writeStringField("chroma", name(row.preprocessing().chroma()));
      json.writeNumberField("unreadable", row.accuracy().unreadable());
      shares(json, row.accuracy());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void accuracy(JsonGenerator json, String name, Accuracy accuracy)
      throws IOException {
    json.writeObjectFieldStart(name);
    shares(json, accuracy);
    json.writeEndObject();
  }

  private static void shares(JsonGenerator json, Accuracy accuracy) throws IOException {
    write(json, "top_1", accuracy.top1());
    if (accuracy.depth() > 1) {
      write(json, "top_" + accuracy.depth(), accuracy.topK(accuracy.depth()));
    }
  }

  private static void write(JsonGenerator json, String name, Proportion share) throws IOException {
    json.writeObjectFieldStart(name);
    number(json, "value", share.value());
    json.writeNumberField("low", share.low());
    json.writeNumberField("high", share.high());
    json.writeNumberField("count", share.count());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, ScoreMeasure measure)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("pictures", measure.pictures());
    number(json, "mean", measure.mean());
    number(json, "least", measure.least());
    number(json, "most", measure.most());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
