// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.info.model.MetadataComparison;
import java.io.IOException;
import java.util.List;

/** Writes what metadata states beside what the file says. */
public final class MetadataRowsJson {
  private MetadataRowsJson() {}

  /** Writes an array of objects. */
  public static void write(JsonGenerator json, String name, List<MetadataComparison.Row> rows)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (MetadataComparison.Row row : rows) {
      json.writeStartObject();
      json.writeStringField("key", row.key());
      json.writeStringField("file", row.file());
      json.writeStringField("metadata", row.metadata());
      json.writeBooleanField("differs", row.differs());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
