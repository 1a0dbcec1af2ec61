// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.metadata;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.info.model.FileFacts;
import io.github.bpu4j.cli.info.model.InspectedFile;
import io.github.bpu4j.cli.info.model.InspectedModel;
import io.github.bpu4j.cli.info.model.MetadataComparison;
import io.github.bpu4j.cli.info.model.Notation;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What is known of a model, from where, and what is missing.
 *
 * @param rows every fact that is known or missing
 * @param contradictions what metadata and file say differently
 * @param classes of the model; empty if the file does not say
 */
record KnownFacts(
    List<Row> rows, List<MetadataComparison.Row> contradictions, OptionalInt classes) {
  /** Who says a fact. */
  enum Source {
    OPTION,
    METADATA,
    FILE,
    DEFAULT,
    MISSING
  }

  /**
   * A fact.
   *
   * @param key in the metadata
   * @param value empty if nobody says it
   */
  record Row(String key, String value, Source source) {}

  private static final int IMAGENET_CLASSES = 1000;

  /**
   * Collects the facts of a model.
   *
   * @param stated the metadata with what the command line states in place of it
   * @param existing the metadata beside the file
   */
  static KnownFacts of(
      ModelMetadata stated, ModelMetadata existing, InspectedFile file, InspectedModel model) {
    FileFacts facts = FileFacts.of(model, stated.outputName());
    Collector all = new Collector(stated, existing, facts);
    if (file.models().size() > 1 || stated.modelName().isPresent()) {
      all.add("model", ModelMetadata::modelName, Optional.empty(), "");
    }
    all.input();
    boolean colors = facts.kind() == FileFacts.Kind.COLORS;
    all.add(
        "range",
        ModelMetadata::range,
        colors ? Optional.of(YuvRange.FULL) : facts.range(),
        "VIDEO");
    all.add("chroma", ModelMetadata::chroma, Optional.empty(), "TOP_LEFT");
    all.add("fit", ModelMetadata::fit, Optional.empty(), "STRETCH");
    all.add("interpolation", ModelMetadata::interpolation, Optional.empty(), "LINEAR");
    Optional<String> only =
        facts.outputs().size() == 1 ? Optional.of(facts.outputs().get(0)) : Optional.empty();
    all.add("output", ModelMetadata::outputName, only, "");
    all.add(
        "transform",
        ModelMetadata::transform,
        facts.probabilities().map(done -> done ? "NONE" : "SOFTMAX"),
        "AUTO");
    boolean imagenet = facts.classes().orElse(0) == IMAGENET_CLASSES;
    all.add("labels", ModelMetadata::labels, Optional.empty(), imagenet ? "imagenet" : "");
    return new KnownFacts(
        all.rows,
        MetadataComparison.of(stated, file, model).stream()
            .filter(MetadataComparison.Row::differs)
            .toList(),
        facts.classes());
  }

  List<Row> missing() {
    return rows.stream().filter(row -> row.source() == Source.MISSING).toList();
  }

  private record Collector(
      ModelMetadata stated, ModelMetadata existing, FileFacts facts, List<Row> rows) {
    Collector(ModelMetadata stated, ModelMetadata existing, FileFacts facts) {
      this(stated, existing, facts, new ArrayList<>());
    }

    void input() {
      if (facts.kind() == FileFacts.Kind.NV12) {
        rows.add(new Row("input", "NV12", Source.FILE));
        return;
      }
      if (facts.kind() == FileFacts.Kind.OTHER) {
        rows.add(new Row("input", facts.input() + ", neither NV12 nor colors", Source.FILE));
        return;
      }
      Optional<ColorInput> file = facts.colors();
      color("input.order", file, ColorInput::order);
      color("input.mean", file, input -> Notation.list(input.mean()));
      color("input.scale", file, input -> Notation.list(input.scale()));
      add("input.layout", said(ColorInput::layout), facts.layout(), "");
      add(
          "input.size",
          said(input -> input.size().map(KnownFacts::size)),
          facts.size().map(KnownFacts::size),
          "");
    }

    private void color(String key, Optional<ColorInput> file, Function<ColorInput, Object> part) {
      add(key, said(input -> Optional.of(part.apply(input))), file.map(part), "");
    }

    private static Function<ModelMetadata, Optional<?>> said(
        Function<ColorInput, Optional<?>> part) {
      return metadata -> metadata.colorInput().flatMap(part);
    }

    void add(
        String key,
        Function<ModelMetadata, ? extends Optional<?>> part,
        Optional<?> file,
        String otherwise) {
      Optional<?> value = part.apply(stated);
      if (value.isPresent()) {
        boolean kept = value.equals(part.apply(existing));
        rows.add(new Row(key, value.get().toString(), kept ? Source.METADATA : Source.OPTION));
      } else if (file.isPresent()) {
        rows.add(new Row(key, file.get().toString(), Source.FILE));
      } else {
        rows.add(new Row(key, otherwise, otherwise.isEmpty() ? Source.MISSING : Source.DEFAULT));
      }
    }
  }

  private static String size(ColorInput.Size size) {
    return size.width() + "x" + size.height();
  }
}
