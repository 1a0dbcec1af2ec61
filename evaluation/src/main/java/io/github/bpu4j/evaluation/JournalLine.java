// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of a journal: what is evaluated, or a picture. */
final class JournalLine {
  /** How every journal begins. */
  static final String START = "{\"journal\":";

  private static final int VERSION = 1;

  private JournalLine() {}

  static String of(EvaluationRun run) {
    return JsonFields.line(
            json -> {
              json.writeNumberField("journal", VERSION);
              RunJson.write(json, run);
              RunJson.writeLabels(json, run);
            })
        + "\n";
  }

  static EvaluationRun run(String line) {
    JsonFields json = JsonFields.parse(line);
    if (json.integer("journal") != VERSION) {
      throw new IllegalArgumentException(
          "a journal of version " + json.integer("journal") + ", expected " + VERSION);
    }
    return RunJson.parse(json);
  }

  static String of(EvaluatedPicture picture) {
    return JsonFields.line(json -> write(json, picture)) + "\n";
  }

  private static void write(JsonGenerator json, EvaluatedPicture picture) throws IOException {
    json.writeStringField("path", picture.path());
    json.writeNumberField("truth", picture.truth());
    if (picture.error().isPresent()) {
      json.writeStringField("error", picture.error().get());
      return;
    }
    json.writeArrayFieldStart("ranked");
    for (Category category : picture.categories()) {
      json.writeNumber(category.index());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("scores");
    for (Category category : picture.categories()) {
      if (Float.isFinite(category.score())) {
        json.writeNumber(category.score());
      } else {
        json.writeString(Float.toString(category.score()));
      }
    }
    json.writeEndArray();
    if (picture.timings().isPresent()) {
      long[] nanos = ResultJson.nanos(picture.timings().get());
      json.writeFieldName("phases_ns");
      json.writeArray(nanos, 0, nanos.length);
    }
  }

  static EvaluatedPicture picture(String line, Labels labels) {
    JsonFields json = JsonFields.parse(line);
    String path = json.text("path");
    int truth = json.index("truth");
    if (json.has("error")) {
      return EvaluatedPicture.unreadable(path, truth, json.text("error"));
    }
    long[] ranked = json.integers("ranked");
    List<Float> scores = json.floats("scores");
    if (ranked.length != scores.size()) {
      throw new IllegalArgumentException(
          ranked.length + " ranked classes and " + scores.size() + " scores");
    }
    List<Category> categories = new ArrayList<>();
    for (int i = 0; i < ranked.length; i++) {
      int index = Math.toIntExact(ranked[i]);
      String name = labels.name(index);
      categories.add(new Category(index, name, name, scores.get(i)));
    }
    return new EvaluatedPicture(
        path,
        truth,
        categories,
        Optional.empty(),
        json.has("phases_ns")
            ? Optional.of(ResultJson.timings(json.integers("phases_ns")))
            : Optional.empty(),
        Optional.empty());
  }
}
