// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.evaluation.data.DataSummary;
import io.github.bpu4j.evaluation.data.LabelKind;
import io.github.bpu4j.evaluation.data.Selection;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields of an {@link EvaluationRun}, in a journal's first line and in a result. */
final class RunJson {
  private RunJson() {}

  static void write(JsonGenerator json, EvaluationRun run) throws IOException {
    write(json, run.settings());
    json.writeNumberField("depth", run.depth());
    json.writeObjectFieldStart("data");
    write(json, run.data());
    json.writeEndObject();
    json.writeObjectFieldStart("selection");
    write(json, run.selection());
    json.writeNumberField("pictures", run.selected());
    json.writeEndObject();
  }

  /** The labels, which are many and so come last in a line. */
  static void writeLabels(JsonGenerator json, EvaluationRun run) throws IOException {
    json.writeArrayFieldStart("labels");
    for (String label : run.settings().labels().names()) {
      json.writeString(label);
    }
    json.writeEndArray();
  }

  static EvaluationRun parse(JsonFields json) {
    return new EvaluationRun(
        settings(json),
        data(json.object("data")),
        selection(json.object("selection")),
        json.index("depth"));
  }

  private static void write(JsonGenerator json, EvaluationSettings settings) throws IOException {
    json.writeStringField("model", settings.model());
    if (settings.modelSha256().isPresent()) {
      json.writeStringField("model_sha256", settings.modelSha256().get());
    }
    json.writeStringField("runtime", settings.runtime());
    json.writeBooleanField("simulated", settings.simulated());
    json.writeObjectFieldStart("settings");
    for (Map.Entry<String, EvaluationSettings.Setting> each : settings.settings().entrySet()) {
      json.writeObjectFieldStart(each.getKey());
      json.writeStringField("value", each.getValue().value());
      json.writeStringField("origin", each.getValue().origin());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("versions");
    for (Map.Entry<String, String> each : settings.versions().entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }

  private static EvaluationSettings settings(JsonFields json) {
    JsonFields settings = json.object("settings");
    Map<String, EvaluationSettings.Setting> parsed = new LinkedHashMap<>();
    for (String name : settings.names()) {
      JsonFields each = settings.object(name);
      parsed.put(name, new EvaluationSettings.Setting(each.text("value"), each.text("origin")));
    }
    JsonFields versions = json.object("versions");
    Map<String, String> told = new LinkedHashMap<>();
    versions.names().forEach(name -> told.put(name, versions.text(name)));
    return new EvaluationSettings(
        json.text("model"),
        json.has("model_sha256") ? Optional.of(json.text("model_sha256")) : Optional.empty(),
        json.text("runtime"),
        json.flag("simulated"),
        Labels.of(json.texts("labels")),
        parsed,
        told);
  }

  private static void write(JsonGenerator json, DataSummary data) throws IOException {
    json.writeStringField("layout", data.layout());
    json.writeNumberField("pictures", data.pictures());
    json.writeNumberField("classes", data.classes());
    json.writeNumberField("bytes", data.bytes());
    json.writeNumberField("missing", data.missing());
    json.writeStringField("sha256", data.sha256());
    json.writeObjectFieldStart("labels");
    for (Map.Entry<LabelKind, Integer> each : data.kinds().entrySet()) {
      json.writeNumberField(each.getKey().name().toLowerCase(Locale.ROOT), each.getValue());
    }
    json.writeEndObject();
  }

  private static DataSummary data(JsonFields json) {
    JsonFields labels = json.object("labels");
    Map<LabelKind, Integer> kinds = new LinkedHashMap<>();
    for (String kind : labels.names()) {
      kinds.put(LabelKind.valueOf(kind.toUpperCase(Locale.ROOT)), labels.index(kind));
    }
    return new DataSummary(
        json.text("layout"),
        json.integer("pictures"),
        json.index("classes"),
        json.integer("bytes"),
        json.integer("missing"),
        json.text("sha256"),
        kinds,
        List.of());
  }

  private static void write(JsonGenerator json, Selection selection) throws IOException {
    if (selection.limit().isPresent()) {
      json.writeNumberField("limit", selection.limit().getAsLong());
    }
    if (selection.sample().isPresent()) {
      json.writeNumberField("sample", selection.sample().get().pictures());
      json.writeNumberField("seed", selection.sample().get().seed());
    }
    json.writeNumberField("shard", selection.shard().number());
    json.writeNumberField("shards", selection.shard().of());
  }

  private static Selection selection(JsonFields json) {
    return new Selection(
        json.has("limit") ? OptionalLong.of(json.integer("limit")) : OptionalLong.empty(),
        json.has("sample")
            ? Optional.of(new Selection.Sample(json.integer("sample"), json.integer("seed")))
            : Optional.empty(),
        new Selection.Shard(json.index("shard"), json.index("shards")));
  }
}
