// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.info.model.CompiledModel;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.modelfile.BpuProgram;
import io.github.bpu4j.modelfile.Calibration;
import io.github.bpu4j.modelfile.ColorRange;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.Operator;
import io.github.bpu4j.modelfile.TensorLayout;
import io.github.bpu4j.runtime.simulator.SpeedEstimate;
import java.io.IOException;

/** Writes the fields of a model of a .bin file. */
final class CompiledModelJson {
  private CompiledModelJson() {}

  static void write(JsonGenerator json, CompiledModel compiled) throws IOException {
    ModelDescription model = compiled.description();
    json.writeStringField("name", model.name());
    Json.text(json, "march", model.march());
    json.writeBooleanField(
        "fits_rdk_x5", model.march().map(ModelDescription.BAYES_E::equals).orElse(true));
    Json.text(json, "compiler_version", model.compilerVersion());
    Json.text(json, "runtime_version", model.runtimeVersion());
    Json.text(json, "converter_version", model.converterVersion());
    Json.text(json, "quantizer_version", model.quantizerVersion());
    Json.text(json, "compile_mode", model.compileMode());
    if (model.program().isPresent()) {
      write(json, model.program().get());
    }
    if (compiled.speed().isPresent()) {
      write(json, compiled.speed().get());
    }
    json.writeArrayFieldStart("cpu_nodes");
    for (Operator node : model.cpuNodes()) {
      OutputJson.write(json, node);
    }
    json.writeEndArray();
    if (model.calibration().isPresent()) {
      write(json, model.calibration().get());
    }
    json.writeArrayFieldStart("inputs");
    for (InputDescription input : model.inputs()) {
      write(json, input);
    }
    json.writeEndArray();
    OutputJson.write(json, model.outputs());
    Json.map(json, "metadata", model.metadata());
  }

  private static void write(JsonGenerator json, SpeedEstimate speed) throws IOException {
    json.writeObjectFieldStart("estimate");
    json.writeNumberField("latency_us", speed.latencyMicros());
    json.writeNumberField("fps", speed.framesPerSecond());
    json.writeNumberField("memory_bytes", speed.memoryBytes());
    json.writeStringField("origin", SpeedEstimate.ORIGIN);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, BpuProgram program) throws IOException {
    json.writeObjectFieldStart("bpu_program");
    json.writeNumberField("bytes", program.bytes());
    json.writeStringField("march", program.march());
    json.writeStringField("runtime_version", program.runtimeVersion());
    json.writeStringField("compiler_version", program.compilerVersion());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Calibration calibration) throws IOException {
    json.writeObjectFieldStart("calibration");
    json.writeStringField("method", calibration.method());
    Json.text(json, "percentile", calibration.percentile());
    if (calibration.perChannel().isPresent()) {
      json.writeBooleanField("per_channel", calibration.perChannel().get());
    }
    Json.text(json, "data_type", calibration.dataType());
    Json.text(json, "folder", calibration.folder());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, InputDescription input) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", input.name());
    json.writeStringField("type", input.type().name());
    json.writeStringField("layout", input.layout().name());
    Json.integers(json, "shape", input.shape());
    if (input.width() > 0) {
      json.writeNumberField("width", input.width());
      json.writeNumberField("height", input.height());
    }
    Json.text(json, "range", input.colorRange().map(ColorRange::name));
    Json.text(json, "range_setting", input.colorRange().map(ColorRange::setting));
    Json.text(json, "training_order", input.trainingOrder());
    Json.text(json, "training_layout", input.trainingLayout().map(TensorLayout::name));
    Json.text(json, "normalization", input.normalization());
    Json.numbers(json, "mean", input.mean());
    Json.numbers(json, "scale", input.scale());
    json.writeEndObject();
  }
}
