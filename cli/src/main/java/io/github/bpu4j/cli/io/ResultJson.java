// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import java.io.IOException;

/** Writes what the objects of a picture and of a frame have in common; docs/json.md lists it. */
public final class ResultJson {
  private ResultJson() {}

  /** The fields from {@code runtime} to {@code categories}. */
  public static void write(JsonGenerator json, ClassificationResult result, boolean displayNames)
      throws IOException {
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
  }
}
