// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.metadata;

import io.github.bpu4j.api.metadata.LabelSource;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks on a terminal for what nobody has said of a model. */
final class Questions {
  private static final int IMAGENET_WITH_BACKGROUND = 1001;

  private final Function<String, Optional<String>> terminal;
  private final Consumer<String> complaints;
  private final Texts texts;

  /**
   * Asks through a terminal.
   *
   * @param terminal shows a question and returns the line typed; empty at the end of the input
   * @param complaints takes what is wrong with an answer
   * @param texts the questions in their language
   */
  Questions(Function<String, Optional<String>> terminal, Consumer<String> complaints, Texts texts) {
    this.terminal = terminal;
    this.complaints = complaints;
    this.texts = texts;
  }

  /** Returns the metadata with the answers; an empty answer leaves a fact out. */
  ModelMetadata complete(ModelMetadata known, KnownFacts facts, Path model) {
    ModelMetadata.Builder answers = known.toBuilder();
    for (KnownFacts.Row row : facts.rows()) {
      boolean open =
          row.source() == KnownFacts.Source.MISSING || row.source() == KnownFacts.Source.DEFAULT;
      if (open) {
        ask(row, answers, model, facts.classes().orElse(0) == IMAGENET_WITH_BACKGROUND);
      }
    }
    return answers.build();
  }

  private void ask(
      KnownFacts.Row row, ModelMetadata.Builder answers, Path model, boolean background) {
    switch (row.key()) {
      case "model" ->
          ask(Text.of("metadata.ask.model", "model, its name"), text -> answers.modelName(text));
      case "output" ->
          ask(
              Text.of("metadata.ask.output", "output with the scores, its name"),
              text -> answers.outputName(text));
      case "input.order" -> colors(answers);
      case "fit" ->
          ask(
              Text.of("metadata.ask.fit", "fit: stretch, letterbox or center_crop [stretch]"),
              text -> answers.fit(constant(text, Fit.values())));
      case "interpolation" ->
          ask(
              Text.of(
                  "metadata.ask.interpolation",
                  "interpolation: linear, area, nearest or antialias [linear]"),
              text -> answers.interpolation(constant(text, Interpolation.values())));
      case "labels" ->
          ask(
              Text.of(
                  "metadata.ask.labels",
                  "labels: imagenet, or a file in the folder of %s",
                  model.getFileName()),
              text -> answers.labels(labels(text, background)));
      default -> {} // What a default serves well, or what belongs to the colors.
    }
  }

  private static LabelSource labels(String text, boolean background) {
    return text.equals("imagenet")
        ? new LabelSource.Imagenet(background)
        : new LabelSource.File(text, false);
  }

  private void colors(ModelMetadata.Builder answers) {
    ask(
        Text.of("metadata.ask.order", "order of the colors: rgb or bgr"),
        order -> {
          ColorInput.Order first = constant(order, ColorInput.Order.values());
          List<Float> mean =
              numbers(Text.of("metadata.ask.mean", "mean, one number or three [0]"), 0);
          List<Float> scale =
              numbers(
                  Text.of("metadata.ask.scale", "scale = 1 / deviation, one number or three [1]"),
                  1);
          answers.colorInput(
              new ColorInput(first, mean, scale, Optional.empty(), Optional.empty()));
        });
  }

  private List<Float> numbers(Text question, float otherwise) {
    List<Float> numbers = new ArrayList<>();
    ask(
        question,
        text -> {
          numbers.clear();
          Stream.of(text.split(",", -1))
              .map(String::strip)
              .map(Float::valueOf)
              .forEach(numbers::add);
          if (numbers.size() != 1 && numbers.size() != 3) {
            throw new IllegalArgumentException("expected one number or three, with commas");
          }
        });
    float first = numbers.isEmpty() ? otherwise : numbers.get(0);
    return numbers.size() == 3 ? List.copyOf(numbers) : List.of(first, first, first);
  }

  /** Asks until the answer is usable, empty or at the end of the input. */
  private void ask(Text question, Consumer<String> use) {
    while (true) {
      Optional<String> line =
          terminal.apply(texts.text("metadata.ask", "%s: ", question)).map(String::strip);
      if (line.isEmpty() || line.get().isEmpty()) {
        return;
      }
      try {
        use.accept(line.get());
        return;
      } catch (IllegalArgumentException e) {
        complaints.accept(
            texts.text("metadata.unusable", "'%s' is not usable: %s", line.get(), e.getMessage()));
      }
    }
  }

  private static <E extends Enum<E>> E constant(String text, E[] constants) {
    return Stream.of(constants)
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of " + List.of(constants).toString().toLowerCase(Locale.ROOT)));
  }
}
