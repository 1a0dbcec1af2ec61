// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.models.download.Sha256;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what metadata states with what the model file says. */
public final class MetadataComparison {
  private static final String NOT_GIVEN = "-";

  /**
   * One fact on both sides.
   *
   * @param key in the metadata, such as {@code input.order}
   * @param file what the file says; {@code -} for nothing
   * @param metadata what the metadata states
   * @param differs whether the two contradict each other
   */
  public record Row(String key, String file, String metadata, boolean differs) {}

  private final FileFacts facts;
  private final List<Row> rows = new ArrayList<>();

  private MetadataComparison(FileFacts facts) {
    this.facts = facts;
  }

  /** Compares all that is stated. */
  public static List<Row> of(ModelMetadata metadata, InspectedFile file, InspectedModel model) {
    MetadataComparison comparison =
        new MetadataComparison(FileFacts.of(model, metadata.outputName()));
    metadata.modelName().ifPresent(name -> comparison.names("model", modelNames(file), name));
    metadata.colorInput().ifPresent(comparison::colors);
    metadata.range().ifPresent(comparison::range);
    comparison.plain("chroma", metadata.chroma());
    comparison.plain("fit", metadata.fit());
    comparison.plain("interpolation", metadata.interpolation());
    metadata
        .outputName()
        .ifPresent(name -> comparison.names("output", comparison.facts.outputs(), name));
    metadata.transform().ifPresent(comparison::transform);
    comparison.labels(metadata, file.path());
    metadata.info().forEach((key, value) -> comparison.fact(key, value, file));
    return List.copyOf(comparison.rows);
  }

  private static List<String> modelNames(InspectedFile file) {
    return file.models().stream().map(InspectedModel::name).toList();
  }

  private void names(String key, List<String> known, String stated) {
    rows.add(new Row(key, Notation.list(known), stated, !known.contains(stated)));
  }

  private void plain(String key, Optional<?> stated) {
    stated.ifPresent(value -> rows.add(new Row(key, NOT_GIVEN, value.toString(), false)));
  }

  private void colors(ColorInput stated) {
    boolean taken = facts.kind() == FileFacts.Kind.COLORS;
    String inside =
        taken ? NOT_GIVEN : facts.kind() == FileFacts.Kind.NV12 ? "NV12" : facts.input();
    Optional<ColorInput> file = facts.colors();
    row("input.order", file.map(c -> c.order().name()).orElse(inside), stated.order().name());
    row(
        "input.mean",
        file.map(c -> Notation.list(c.mean())).orElse(inside),
        Notation.list(stated.mean()));
    row(
        "input.scale",
        file.map(c -> Notation.list(c.scale())).orElse(inside),
        Notation.list(stated.scale()));
    stated
        .layout()
        .ifPresent(
            layout ->
                row("input.layout", facts.layout().map(Enum::name).orElse(inside), layout.name()));
    stated
        .size()
        .ifPresent(
            size ->
                row(
                    "input.size",
                    facts.size().map(MetadataComparison::text).orElse(inside),
                    text(size)));
  }

  static String text(ColorInput.Size size) {
    return size.width() + "x" + size.height();
  }

  private void row(String key, String file, String stated) {
    rows.add(new Row(key, file, stated, !file.equals(NOT_GIVEN) && !file.equals(stated)));
  }

  private void range(YuvRange stated) {
    Optional<YuvRange> file =
        facts.kind() == FileFacts.Kind.COLORS ? Optional.of(YuvRange.FULL) : facts.range();
    row("range", file.map(Enum::name).orElse(NOT_GIVEN), stated.name());
  }

  private void transform(ScoreTransform stated) {
    String file =
        facts
            .probabilities()
            .map(done -> done ? "probabilities" : "no probabilities")
            .orElse(NOT_GIVEN);
    boolean differs =
        facts.probabilities().map(done -> done == (stated != ScoreTransform.NONE)).orElse(false);
    rows.add(new Row("transform", file, stated.name(), differs));
  }

  private void labels(ModelMetadata metadata, Path model) {
    if (metadata.labels().isEmpty()) {
      return;
    }
    String classes =
        facts.classes().isPresent() ? facts.classes().getAsInt() + " classes" : NOT_GIVEN;
    try {
      Labels labels = metadata.labels().get().load(model.toAbsolutePath().resolveSibling(""));
      boolean differs = facts.classes().isPresent() && facts.classes().getAsInt() != labels.size();
      String stated = labels.size() + ": " + metadata.labels().get();
      rows.add(new Row("labels", classes, stated, differs));
    } catch (IOException e) {
      rows.add(new Row("labels", classes, metadata.labels().get() + " (cannot be read)", true));
    }
  }

  private void fact(String key, Object value, InspectedFile file) {
    if (!key.equals("sha256")) {
      String text =
          value instanceof Map<?, ?> || value instanceof List<?> ? "..." : value.toString();
      rows.add(new Row("info." + key, NOT_GIVEN, text, false));
      return;
    }
    String actual = sha256(file.path());
    rows.add(
        new Row(
            "info.sha256", actual, value.toString(), !actual.equalsIgnoreCase(value.toString())));
  }

  private static String sha256(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      return NOT_GIVEN;
    }
  }
}
