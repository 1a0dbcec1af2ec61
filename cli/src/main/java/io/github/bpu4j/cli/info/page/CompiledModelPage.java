// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.page;

import io.github.bpu4j.cli.info.model.CompiledModel;
import io.github.bpu4j.cli.info.model.Notation;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.modelfile.Calibration;
import io.github.bpu4j.modelfile.ColorRange;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.Operator;
import io.github.bpu4j.runtime.simulator.SpeedEstimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows a model of a .bin file. */
final class CompiledModelPage {
  private CompiledModelPage() {}

  static void write(Page page, CompiledModel compiled, boolean all) {
    ModelDescription model = compiled.description();
    page.heading(Text.of("info.model", "model %s", model.name()));
    page.row(Text.of("info.march", "march"), march(model));
    page.row(Text.of("info.compiler", "compiler"), model.compilerVersion());
    page.row(
        Text.of("info.runtime", "runtime"),
        model
            .runtimeVersion()
            .map(version -> Text.of("info.built-for", "%s (built for)", version)));
    page.row(Text.of("info.converter", "converter"), model.converterVersion());
    page.row(Text.of("info.quantizer", "quantizer"), model.quantizerVersion());
    page.row(Text.of("info.mode", "compiled for"), model.compileMode());
    page.row(
        Text.of("info.program", "BPU program"),
        model.program().map(code -> Text.of("info.bytes", "%,d bytes", code.bytes())));
    page.row(Text.of("info.cpu", "on the CPU"), cpuNodes(model));
    page.row(
        Text.of("info.calibration", "calibration"),
        model.calibration().map(CompiledModelPage::calibration));
    compiled.speed().ifPresent(speed -> speed(page, speed));
    model.inputs().forEach(input -> input(page, input));
    model.outputs().forEach(output -> OutputPage.write(page, output));
    if (all) {
      page.heading(Text.of("info.settings", "  build settings"));
      model.metadata().forEach((key, value) -> page.line("    " + key + " = " + value));
    }
  }

  private static void speed(Page page, SpeedEstimate speed) {
    page.heading(Text.of("info.speed", "  speed of the BPU alone, %s", SpeedEstimate.ORIGIN));
    page.inner(
        Text.of("info.latency", "latency"),
        Text.of("info.per-picture", "%.3f ms per picture", speed.latencyMicros() / 1e3));
    page.inner(
        Text.of("info.rate", "rate"),
        Text.of("info.fps", "%.1f frames per second (FPS)", speed.framesPerSecond()));
    page.inner(
        Text.of("info.memory", "memory"),
        Text.of("info.traffic", "%,d bytes read and written a picture", speed.memoryBytes()));
  }

  private static Object march(ModelDescription model) {
    return model
        .march()
        .<Object>map(
            march ->
                march.equals(ModelDescription.BAYES_E)
                    ? march + " (RDK X5)"
                    : Text.of(
                        "info.other-march",
                        "%s: NOT for the RDK X5, which only runs bayes-e",
                        march))
        .orElse(Text.of("info.not-given", "not given"));
  }

  private static Object cpuNodes(ModelDescription model) {
    List<Operator> nodes = model.cpuNodes();
    String types = nodes.stream().map(Operator::type).collect(Collectors.joining(", "));
    return nodes.isEmpty() ? Text.of("info.cpu.nothing", "nothing") : types;
  }

  private static Text calibration(Calibration calibration) {
    Text said = Text.of("info.calibration.method", "%s", calibration.method());
    if (calibration.percentile().isPresent()) {
      said =
          list(said, Text.of("info.percentile", "percentile %s", calibration.percentile().get()));
    }
    if (calibration.perChannel().isPresent()) {
      said =
          list(
              said,
              calibration.perChannel().get()
                  ? Text.of("info.per-channel", "per channel")
                  : Text.of("info.per-tensor", "per tensor"));
    }
    if (calibration.dataType().isPresent()) {
      said = list(said, Text.of("info.samples", "%s samples", calibration.dataType().get()));
    }
    return calibration.folder().isPresent()
        ? Text.of("info.calibration.folder", "%s in %s", said, calibration.folder().get())
        : said;
  }

  private static Text list(Text one, Text two) {
    return Text.of("list", "%s, %s", one, two);
  }

  private static void input(Page page, InputDescription input) {
    Object size =
        input.type().isImage() && input.width() > 0
            ? Text.of("info.size", "%d wide, %d high", input.width(), input.height())
            : Notation.shape(input.shape());
    page.heading(Text.of("info.input", "  input %s", input.name()));
    page.inner(
        Text.of("info.type", "type"), Text.of("info.input.type", "%s, %s", input.type(), size));
    page.inner(
        Text.of("info.shape", "shape"), Notation.shape(input.shape()) + " " + input.layout());
    page.inner(Text.of("info.range", "range"), input.colorRange().map(CompiledModelPage::range));
    page.inner(
        Text.of("info.trained", "trained on"),
        input
            .trainingOrder()
            .map(order -> order + input.trainingLayout().map(l -> ", " + l).orElse("")));
    page.inner(Text.of("info.normalization", "built in"), input.normalization());
    page.inner(
        Text.of("info.mean", "mean"),
        Optional.of(Notation.list(input.mean())).filter(list -> !list.isEmpty()));
    page.inner(
        Text.of("info.scale", "scale"),
        Optional.of(Notation.list(input.scale())).filter(list -> !list.isEmpty()));
  }

  private static Text range(ColorRange range) {
    return range == ColorRange.FULL
        ? Text.of("info.range.full", "regular (full): Y, U and V use 0..255")
        : Text.of("info.range.video", "bt601_video (video): Y uses 16..235, U and V 16..240");
  }
}
