// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.Operator;
import io.github.bpu4j.modelfile.OutputDescription;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** Outputs of a model file, for people and as JSON; alike for both kinds of file. */
final class OutputText {
  private OutputText() {}

  static void writeTo(Page page, OutputDescription output) {
    page.heading("  output " + output.name());
    page.row("  type", output.type() + ", shape " + Page.shape(output.shape()));
    if (output.classes().isPresent()) {
      page.row("  classes", output.classes().getAsInt() + " classes");
    }
    page.row("  scores", scores(output));
    if (!output.scales().isEmpty()) {
      page.row("  scales", scales(output));
    }
  }

  private static String scores(OutputDescription output) {
    if (output.endsInSoftmax()) {
      return "probabilities: the graph ends in a softmax";
    }
    return output
        .lastOperator()
        .map(last -> "no softmax to be seen; the last operator is " + last.type())
        .orElse("not known");
  }

  private static String scales(OutputDescription output) {
    boolean applied = output.type() == ElementType.FLOAT32;
    return "%d, %s..%s, %s"
        .formatted(
            output.scales().size(),
            Collections.min(output.scales()),
            Collections.max(output.scales()),
            applied ? "applied by the model" : "to be applied by the caller");
  }

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
