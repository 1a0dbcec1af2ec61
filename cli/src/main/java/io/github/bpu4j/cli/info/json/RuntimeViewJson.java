// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.cli.info.model.InspectedModel;
import io.github.bpu4j.cli.info.model.RuntimeComparison;
import io.github.bpu4j.cli.info.model.RuntimeView;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.util.List;

/** Writes what a runtime says about a model, and where that contradicts the file. */
final class RuntimeViewJson {
  private RuntimeViewJson() {}

  static void write(JsonGenerator json, InspectedModel model, RuntimeView view) throws IOException {
    json.writeStartObject();
    json.writeStringField("runtime", view.runtime());
    json.writeBooleanField("loaded", view.info().isPresent());
    if (view.info().isPresent()) {
      write(json, model, view.info().get());
    } else {
      json.writeStringField("reason", view.reason());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, InspectedModel model, ModelInfo info)
      throws IOException {
    json.writeBooleanField("simulated", info.simulated());
    json.writeStringField("model", info.name());
    json.writeNumberField("width", info.width());
    json.writeNumberField("height", info.height());
    json.writeNumberField("classes", info.classes());
    if (info.range() != YuvRange.AUTO) {
      json.writeStringField("range", info.range().name());
    }
    if (info.probabilities().isPresent()) {
      json.writeBooleanField("probabilities", info.probabilities().get());
    }
    write(json, "inputs", info.inputs());
    write(json, "outputs", info.outputs());
    json.writeArrayFieldStart("differences");
    for (RuntimeComparison.Row row : RuntimeComparison.of(model, info)) {
      if (row.differs()) {
        json.writeStartObject();
        json.writeStringField("tensor", row.tensor());
        json.writeStringField("property", row.property());
        json.writeStringField("file", row.file());
        json.writeStringField("runtime", row.runtime());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    Json.map(json, "details", info.details());
  }

  private static void write(JsonGenerator json, String side, List<TensorInfo> tensors)
      throws IOException {
    json.writeArrayFieldStart(side);
    for (TensorInfo tensor : tensors) {
      json.writeStartObject();
      json.writeStringField("name", tensor.name());
      json.writeStringField("type", tensor.type().name());
      json.writeStringField("layout", tensor.layout().name());
      Json.integers(json, "valid_shape", tensor.validShape());
      Json.integers(json, "aligned_shape", tensor.alignedShape());
      Json.integers(json, "strides", tensor.strides());
      json.writeNumberField("bytes", tensor.byteSize());
      write(json, tensor.quantization());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Quantization quantization) throws IOException {
    json.writeObjectFieldStart("quantization");
    json.writeStringField("kind", quantization.kind().name());
    if (quantization.kind() != Quantization.Kind.NONE) {
      json.writeNumberField("axis", quantization.axis());
    }
    Json.integers(json, "shifts", quantization.shifts());
    Json.numbers(json, "scales", quantization.scales());
    Json.integers(json, "zero_points", quantization.zeroPoints());
    json.writeEndObject();
  }
}
