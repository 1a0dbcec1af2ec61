// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.metadata;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.cli.info.json.MetadataRowsJson;
import io.github.bpu4j.cli.info.model.InspectedFile;
import io.github.bpu4j.cli.io.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the facts as one JSON object; docs/json.md lists the keys. */
final class MetadataJson {
  private MetadataJson() {}

  static String line(InspectedFile file, KnownFacts facts) {
    Path metadata = ModelMetadata.fileFor(file.path());
    return Json.line(
        json -> {
          json.writeStringField("file", file.path().toString());
          json.writeStringField("metadata_file", metadata.toString());
          json.writeBooleanField("metadata_exists", Files.exists(metadata));
          json.writeArrayFieldStart("facts");
          for (KnownFacts.Row row : facts.rows()) {
            json.writeStartObject();
            json.writeStringField("key", row.key());
            json.writeStringField("source", row.source().name().toLowerCase(Locale.ROOT));
            if (row.source() != KnownFacts.Source.MISSING) {
              json.writeStringField("value", row.value());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          MetadataRowsJson.write(json, "contradictions", facts.contradictions());
        });
  }
}
