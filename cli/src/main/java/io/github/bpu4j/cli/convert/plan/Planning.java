// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.plan;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.metadata.LabelSource;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.cli.convert.onnx.OnnxNetwork;
import io.github.bpu4j.cli.convert.onnx.OpsetRewrite;
import io.github.bpu4j.cli.info.model.FileFacts;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Plans a conversion, or finds why there can be none. */
public final class Planning {
  private final OnnxNetwork network;
  private final ModelMetadata stated;
  private final FileFacts facts;
  private final Optional<ColorInput> colors;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Looks at a network and at what is stated of it.
   *
   * @param stated what options say, and what the metadata beside the network says
   * @param trusted whether unusual means and scales are right all the same
   */
  public Planning(OnnxNetwork network, ModelMetadata stated, boolean trusted) throws IOException {
    this.network = network;
    this.stated = stated;
    facts = network.facts(stated.outputName());
    colors = stated.colorInput().or(facts::colors);
    findings.addAll(NetworkTraps.of(network, facts, colors.flatMap(ColorInput::size).isPresent()));
    versions();
    numbers(trusted);
    labels();
  }

  /** Everything that was found, in the order in which it is shown. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Whether the conversion is refused. */
  public boolean isRefused() {
    return findings.stream().anyMatch(Finding::isError);
  }

  private void versions() throws IOException {
    OpsetRewrite rewrite = OpsetRewrite.of(network);
    Trap trap = Trap.CLIP_BOUNDS;
    if (network.opset() > OpsetRewrite.OPSET) {
      trap = Trap.OPSET;
    } else if (network.header().irVersion() > OpsetRewrite.IR_VERSION) {
      trap = Trap.FILE_FORMAT;
    }
    if (rewrite.obstacle().isPresent()) {
      findings.add(
          Finding.error(
              trap,
              Text.of(
                  "trap.opset",
                  "operator set %d, and the compiler takes %d at most; it cannot be rewritten here"
                      + " because of %s; %s",
                  network.opset(),
                  OpsetRewrite.OPSET,
                  rewrite.obstacle().get(),
                  NetworkTraps.EXPORT)));
    } else if (!rewrite.changes().isEmpty()) {
      findings.add(
          Finding.note(
              trap,
              Text.of(
                  "trap.rewritten",
                  "%s, as the compiler takes them",
                  rewrite.changes().stream()
                      .reduce((one, two) -> Text.of("list", "%s, %s", one, two))
                      .orElseThrow())));
    }
  }

  private void numbers(boolean trusted) {
    if (facts.kind() != FileFacts.Kind.COLORS) {
      return;
    }
    List<String> normalization = network.leadingNormalization();
    if (colors.isEmpty()) {
      findings.add(
          Finding.error(
              Trap.NO_NUMBERS,
              normalization.isEmpty()
                  ? Text.of(
                      "trap.no-numbers",
                      "nothing says how the network reads colors; add --input rgb (or bgr), --mean"
                          + " and --scale with the numbers of the training: x = (pixel - mean) *"
                          + " scale, pixels from 0 to 255")
                  : Text.of(
                      "trap.no-order",
                      "nothing says how the network reads colors; the graph normalizes by itself,"
                          + " so --input rgb (or bgr) is enough")));
    } else if (!trusted) {
      findings.addAll(NumberTraps.of(colors.get(), normalization));
    }
  }

  private void labels() throws IOException {
    Optional<LabelSource> source = stated.labels();
    if (source.isEmpty() || facts.classes().isEmpty()) {
      return;
    }
    int labels = load(source.get()).size();
    int classes = facts.classes().getAsInt();
    if (labels != classes) {
      findings.add(
          Finding.error(
              Trap.LABELS,
              labels + 1 == classes
                  ? Text.of(
                      "trap.labels-background",
                      "%d labels for %d classes; add --background if class 0 is a background class",
                      labels,
                      classes)
                  : Text.of(
                      "trap.labels",
                      "%d labels for %d classes; expected one label per class in --labels",
                      labels,
                      classes)));
    }
  }

  private Labels load(LabelSource source) throws IOException {
    return source.load(
        Objects.requireNonNull(network.path().toAbsolutePath().getParent(), "folder"));
  }

  /**
   * The plan.
   *
   * @param name of the files that are made
   * @throws IllegalStateException if it is refused
   */
  public ConversionPlan plan(String name) throws IOException {
    if (isRefused()) {
      throw new IllegalStateException("refused: " + findings);
    }
    ColorInput input = colors.orElseThrow();
    TensorLayout layout = input.layout().or(facts::layout).orElse(TensorLayout.NCHW);
    ColorInput.Size size = facts.size().or(input::size).orElseThrow();
    List<Integer> shape = network.header().inputs().get(0).shape();
    List<Integer> fixed =
        layout == TensorLayout.NCHW
            ? List.of(1, 3, size.height(), size.width())
            : List.of(1, size.height(), size.width(), 3);
    Fit fit = stated.fit().orElse(Fit.STRETCH);
    Interpolation interpolation = stated.interpolation().orElse(Interpolation.LINEAR);
    YuvRange range = stated.range().orElse(YuvRange.FULL);
    return new ConversionPlan(
        name,
        network,
        network.header().inputs().get(0).name(),
        input,
        layout,
        size,
        fit,
        interpolation,
        range,
        fixed.equals(shape) ? Optional.empty() : Optional.of(fixed),
        facts.classes().getAsInt(),
        metadata(fit, interpolation, range));
  }

  /** Order, mean and scale are left out: they will be inside the model. */
  private ModelMetadata metadata(Fit fit, Interpolation interpolation, YuvRange range)
      throws IOException {
    ModelMetadata.Builder compiled =
        ModelMetadata.builder().fit(fit).interpolation(interpolation).range(range).info(info());
    Optional<ScoreTransform> known =
        facts.probabilities().map(done -> done ? ScoreTransform.NONE : ScoreTransform.SOFTMAX);
    stated.transform().or(() -> known).ifPresent(compiled::transform);
    stated.chroma().ifPresent(compiled::chroma);
    stated.outputName().ifPresent(compiled::outputName);
    if (stated.labels().isPresent()) {
      LabelSource source = stated.labels().get();
      compiled.labels(
          source instanceof LabelSource.File
              ? new LabelSource.Inline(
                  load(source.withBackground(false)).names(), source.background())
              : source);
    }
    return compiled.build();
  }

  /** What is known of the network's origin; its checksum is not the compiled model's. */
  private Map<String, Object> info() {
    Map<String, Object> info = new LinkedHashMap<>(stated.info());
    info.remove("sha256");
    info.put("converted_from", network.path().getFileName().toString());
    return info;
  }
}
