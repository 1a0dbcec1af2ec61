// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.modelfile.BpuProgram;
import io.github.bpu4j.modelfile.Calibration;
import io.github.bpu4j.modelfile.ColorRange;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.Operator;
import io.github.bpu4j.modelfile.TensorLayout;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model of a .bin file. */
record CompiledModel(ModelDescription model) implements InspectedModel {
  @Override
  public String name() {
    return model.name();
  }

  @Override
  public List<TensorFacts> tensors() {
    return Stream.concat(
            model.inputs().stream().map(TensorFacts::of),
            model.outputs().stream().map(TensorFacts::of))
        .toList();
  }

  @Override
  public void writeTo(Page page, boolean all) {
    page.heading("model " + model.name());
    page.row("march", march());
    page.row("compiler", model.compilerVersion());
    page.row(
        "runtime", model.runtimeVersion().map(version -> version + ", which it was built for"));
    page.row("converter", model.converterVersion());
    page.row("quantizer", model.quantizerVersion());
    page.row("compiled for", model.compileMode());
    page.row("BPU program", model.program().map(code -> "%,d bytes".formatted(code.bytes())));
    page.row("on the CPU", cpuNodes());
    page.row("calibration", model.calibration().map(CompiledModel::calibration));
    model.inputs().forEach(input -> input(page, input));
    model.outputs().forEach(output -> OutputText.writeTo(page, output));
    if (all) {
      page.heading("  build settings");
      model.metadata().forEach((key, value) -> page.heading("    " + key + " = " + value));
    }
  }

  private String march() {
    return model
        .march()
        .map(
            march ->
                march.equals(ModelDescription.BAYES_E)
                    ? march + " (RDK X5)"
                    : march + ": NOT for the RDK X5, which runs bayes-e only")
        .orElse("not given");
  }

  private String cpuNodes() {
    List<Operator> nodes = model.cpuNodes();
    String types = nodes.stream().map(Operator::type).collect(Collectors.joining(", "));
    return nodes.isEmpty() ? "nothing" : types;
  }

  private static String calibration(Calibration calibration) {
    StringBuilder text = new StringBuilder(calibration.method());
    calibration.percentile().ifPresent(part -> text.append(", percentile ").append(part));
    calibration
        .perChannel()
        .ifPresent(each -> text.append(each ? ", per channel" : ", per tensor"));
    calibration.dataType().ifPresent(type -> text.append(", ").append(type).append(" samples"));
    calibration.folder().ifPresent(folder -> text.append(" in ").append(folder));
    return text.toString();
  }

  private static void input(Page page, InputDescription input) {
    String size =
        input.type().isImage() && input.width() > 0
            ? "%d wide, %d high".formatted(input.width(), input.height())
            : Page.shape(input.shape());
    page.heading("  input " + input.name());
    page.row("  type", input.type() + ", " + size);
    page.row("  shape", Page.shape(input.shape()) + " " + input.layout());
    page.row("  range", input.colorRange().map(CompiledModel::range));
    page.row(
        "  trained on",
        input
            .trainingOrder()
            .map(order -> order + input.trainingLayout().map(l -> ", " + l).orElse("")));
    page.row("  built in", input.normalization());
    page.row("  mean", Optional.of(Page.list(input.mean())).filter(list -> !list.isEmpty()));
    page.row("  scale", Optional.of(Page.list(input.scale())).filter(list -> !list.isEmpty()));
  }

  private static String range(ColorRange range) {
    return range == ColorRange.FULL
        ? "regular (full): Y, U and V use 0..255"
        : "bt601_video (video): Y uses 16..235, U and V 16..240";
  }

  @Override
  public void writeTo(JsonGenerator json) throws IOException {
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
    json.writeArrayFieldStart("cpu_nodes");
    for (Operator node : model.cpuNodes()) {
      OutputText.write(json, node);
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
    OutputText.write(json, model.outputs());
    Json.map(json, "metadata", model.metadata());
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
