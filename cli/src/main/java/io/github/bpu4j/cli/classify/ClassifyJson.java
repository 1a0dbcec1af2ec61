// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Timings;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.cli.io.ResultJson;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.Streams;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object per picture, one per line; docs/json.md lists the keys. */
final class ClassifyJson implements ClassifyReport {
  private final Streams streams;
  private final boolean displayNames;

  ClassifyJson(Streams streams, boolean displayNames) {
    this.streams = streams;
    this.displayNames = displayNames;
  }

  @Override
  public void result(Path picture, ClassificationResult result, @Nullable Path annotated)
      throws ResultsClosedException {
    streams.result(Json.line(json -> write(json, picture, result, annotated)));
  }

  @Override
  public void failure(Path picture, Exception failure) throws ResultsClosedException {
    streams.result(
        Json.line(
            json -> {
              json.writeStringField("file", picture.toString());
              Json.error(json, failure);
            }));
  }

  private void write(
      JsonGenerator json, Path picture, ClassificationResult result, @Nullable Path annotated)
      throws IOException {
    json.writeStringField("file", picture.toString());
    ResultJson.write(json, result, displayNames);
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
