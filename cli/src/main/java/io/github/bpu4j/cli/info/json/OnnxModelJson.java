// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.modelfile.OnnxFile;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes the fields of the model of an .onnx file. */
final class OnnxModelJson {
  private OnnxModelJson() {}

  static void write(JsonGenerator json, OnnxFile file) throws IOException {
    json.writeStringField("name", file.graphName());
    json.writeStringField("producer", file.producer());
    json.writeNumberField("ir_version", file.irVersion());
    json.writeObjectFieldStart("opsets");
    for (Map.Entry<String, Long> set : new TreeMap<>(file.opsets()).entrySet()) {
      json.writeNumberField(set.getKey(), set.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("nodes", file.nodes());
    json.writeArrayFieldStart("inputs");
    for (OnnxFile.Input input : file.inputs()) {
      json.writeStartObject();
      json.writeStringField("name", input.name());
      json.writeStringField("type", input.type().name());
      Json.integers(json, "shape", input.shape());
      json.writeEndObject();
    }
    json.writeEndArray();
    OutputJson.write(json, file.outputs());
    Json.map(json, "metadata", file.metadata());
  }
}
