// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.modelfile.OnnxFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The model of an .onnx file. */
record OnnxModel(OnnxFile file) implements InspectedModel {
  @Override
  public String name() {
    return file.graphName();
  }

  @Override
  public List<TensorFacts> tensors() {
    return Stream.concat(
            file.inputs().stream().map(TensorFacts::of),
            file.outputs().stream().map(TensorFacts::of))
        .toList();
  }

  @Override
  public void writeTo(Page page, boolean all) {
    page.heading("model " + file.graphName());
    page.row("written by", file.producer().isEmpty() ? "not given" : file.producer());
    page.row("format", "IR version " + file.irVersion() + ", opset " + opsets());
    page.row("nodes", Integer.toString(file.nodes()));
    for (OnnxFile.Input input : file.inputs()) {
      page.heading("  input " + input.name());
      page.row("  type", input.type() + ", shape " + Page.shape(input.shape()));
    }
    file.outputs().forEach(output -> OutputText.writeTo(page, output));
    if (all && !file.metadata().isEmpty()) {
      page.heading("  metadata");
      file.metadata().forEach((key, value) -> page.heading("    " + key + " = " + value));
    }
  }

  private String opsets() {
    return new TreeMap<>(file.opsets())
        .entrySet().stream()
            .map(set -> set.getKey() + " " + set.getValue())
            .collect(Collectors.joining(", "));
  }

  @Override
  public void writeTo(JsonGenerator json) throws IOException {
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
    OutputText.write(json, file.outputs());
    Json.map(json, "metadata", file.metadata());
  }
}
