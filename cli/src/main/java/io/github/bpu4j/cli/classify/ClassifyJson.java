// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Timings;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.Streams;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One JSON object a photo, one a line; the keys stand in docs/json.md. */
final class ClassifyJson implements ClassifyReport {
  private final Streams streams;
  private final boolean displayNames;

  ClassifyJson(Streams streams, boolean displayNames) {
    this.streams = streams;
    this.displayNames = displayNames;
  }

  @Override
  public void answer(Path photo, ClassificationResult result, @Nullable Path annotated)
      throws ResultsClosedException {
    streams.result(Json.line(json -> write(json, photo, result, annotated)));
  }

  @Override
  public void failure(Path photo, Exception failure) throws ResultsClosedException {
    streams.result(
        Json.line(
            json -> {
              json.writeStringField("file", photo.toString());
              Json.error(json, failure);
            }));
  }

  private void write(
      JsonGenerator json, Path photo, ClassificationResult result, @Nullable Path annotated)
      throws IOException {
    json.writeStringField("file", photo.toString());
    json.writeStringField("runtime", result.runtime());
    json.writeStringField("model", result.model());
    json.writeBooleanField("simulated", result.simulated());
    json.writeStringField("range", result.range().name());
    json.writeStringField("transform", result.transform().name());
    json.writeArrayFieldStart("categories");
    for (Category category : result.categories()) {
      json.writeStartObject();
      json.writeNumberField("index", category.index());
      json.writeStringField("name", category.name());
      if (displayNames) {
        json.writeStringField("display_name", category.displayName());
      }
      Json.score(json, "score", category.score());
      json.writeEndObject();
    }
    json.writeEndArray();
    write(json, result.timings());
    if (annotated != null) {
      json.writeStringField("annotated", annotated.toString());
    }
  }

  private static void write(JsonGenerator json, Timings timings) throws IOException {
    json.writeObjectFieldStart("timing_ms");
    Json.millis(json, "decode", timings.decodeNanos());
    Json.millis(json, "preprocess", timings.preprocessNanos());
    Json.millis(json, "infer", timings.inferNanos());
    Json.millis(json, "postprocess", timings.postprocessNanos());
    Json.millis(json, "total", timings.totalNanos());
    json.writeEndObject();
  }
}
