// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.page;

import io.github.bpu4j.cli.info.model.CompiledModel;
import io.github.bpu4j.cli.info.model.Notation;
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
    page.heading("model " + model.name());
    page.row("march", march(model));
    page.row("compiler", model.compilerVersion());
    page.row("runtime", model.runtimeVersion().map(version -> version + " (built for)"));
    page.row("converter", model.converterVersion());
    page.row("quantizer", model.quantizerVersion());
    page.row("compiled for", model.compileMode());
    page.row("BPU program", model.program().map(code -> "%,d bytes".formatted(code.bytes())));
    page.row("on the CPU", cpuNodes(model));
    page.row("calibration", model.calibration().map(CompiledModelPage::calibration));
    compiled.speed().ifPresent(speed -> speed(page, speed));
    model.inputs().forEach(input -> input(page, input));
    model.outputs().forEach(output -> OutputPage.write(page, output));
    if (all) {
      page.heading("  build settings");
      model.metadata().forEach((key, value) -> page.heading("    " + key + " = " + value));
    }
  }

  private static void speed(Page page, SpeedEstimate speed) {
    page.heading("  speed of the BPU alone, " + SpeedEstimate.ORIGIN);
    page.row("  latency", "%.3f ms per picture".formatted(speed.latencyMicros() / 1e3));
    page.row("  rate", "%.1f frames per second (FPS)".formatted(speed.framesPerSecond()));
    page.row("  memory", "%,d bytes read and written a picture".formatted(speed.memoryBytes()));
  }

  private static String march(ModelDescription model) {
    return model
        .march()
        .map(
            march ->
                march.equals(ModelDescription.BAYES_E)
                    ? march + " (RDK X5)"
                    : march + ": NOT for the RDK X5, which only runs bayes-e")
        .orElse("not given");
  }

  private static String cpuNodes(ModelDescription model) {
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
            : Notation.shape(input.shape());
    page.heading("  input " + input.name());
    page.row("  type", input.type() + ", " + size);
    page.row("  shape", Notation.shape(input.shape()) + " " + input.layout());
    page.row("  range", input.colorRange().map(CompiledModelPage::range));
    page.row(
        "  trained on",
        input
            .trainingOrder()
            .map(order -> order + input.trainingLayout().map(l -> ", " + l).orElse("")));
    page.row("  built in", input.normalization());
    page.row("  mean", Optional.of(Notation.list(input.mean())).filter(list -> !list.isEmpty()));
    page.row("  scale", Optional.of(Notation.list(input.scale())).filter(list -> !list.isEmpty()));
  }

  private static String range(ColorRange range) {
    return range == ColorRange.FULL
        ? "regular (full): Y, U and V use 0..255"
        : "bt601_video (video): Y uses 16..235, U and V 16..240";
  }
}
