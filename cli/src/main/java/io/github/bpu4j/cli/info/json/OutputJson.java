// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.modelfile.Operator;
import io.github.bpu4j.modelfile.OutputDescription;
import java.io.IOException;
import java.util.List;

/** Writes outputs and operators, the same way for both kinds of file. */
final class OutputJson {
  private OutputJson() {}

  static void write(JsonGenerator json, List<OutputDescription> outputs) throws IOException {
    json.writeArrayFieldStart("outputs");
    for (OutputDescription output : outputs) {
      json.writeStartObject();
      json.writeStringField("name", output.name());
      json.writeStringField("type", output.type().name());
      Json.integers(json, "shape", output.shape());
      if (output.classes().isPresent()) {
        json.writeNumberField("classes", output.classes().getAsInt());
      }
      json.writeBooleanField("softmax", output.endsInSoftmax());
      if (output.lastOperator().isPresent()) {
        json.writeFieldName("last_operator");
        write(json, output.lastOperator().get());
      }
      Json.numbers(json, "scales", output.scales());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, Operator operator) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", operator.name());
    json.writeStringField("type", operator.type());
    json.writeEndObject();
  }
}
