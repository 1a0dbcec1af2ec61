// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.metadata.LabelSource;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.cli.metadata.KnownFacts.Row;
import io.github.bpu4j.cli.metadata.KnownFacts.Source;
import io.github.bpu4j.preprocess.Fit;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What is asked for, and what answers become. */
class QuestionsTest {
  private static final Path MODEL = Path.of("net.onnx");

  private final List<String> asked = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private ModelMetadata complete(KnownFacts facts, String... answers) {
    Queue<String> lines = new ArrayDeque<>(List.of(answers));
    return new Questions(
            question -> {
              asked.add(question);
              return Optional.ofNullable(lines.poll());
            },
            complaints::add,
            Texts.english())
        .complete(ModelMetadata.empty(), facts, MODEL);
  }

  private static KnownFacts facts(int classes, Row... rows) {
    return new KnownFacts(List.of(rows), List.of(), OptionalInt.of(classes));
  }

  @Test
  void asksForColorsOnceAndAgainAfterAnUnusableAnswer() {
    KnownFacts facts =
        facts(
            10,
            new Row("input.order", "", Source.MISSING),
            new Row("input.mean", "", Source.MISSING),
            new Row("input.scale", "", Source.MISSING));
    ModelMetadata answered = complete(facts, "rbg", "BGR", "1,2", "1, 2, 3", "0.5");
    assertThat(answered.colorInput()).contains(ColorInput.bgr().withMean(1, 2, 3).withScale(0.5f));
    assertThat(asked).hasSize(5);
    assertThat(complaints)
        .containsExactly(
            "'rbg' is not usable: expected one of [rgb, bgr]",
            "'1,2' is not usable: expected one number or three, with commas");
  }

  @Test
  void anEmptyAnswerAndTheEndOfTheInputLeaveAFactOut() {
    KnownFacts facts =
        facts(
            10,
            new Row("fit", "STRETCH", Source.DEFAULT),
            new Row("interpolation", "LINEAR", Source.DEFAULT),
            new Row("labels", "", Source.MISSING));
    assertThat(complete(facts, "")).isEqualTo(ModelMetadata.empty());
    assertThat(complete(facts, "center_crop", "", "names.txt"))
        .isEqualTo(
            ModelMetadata.builder()
                .fit(Fit.CENTER_CROP)
                .labels(new LabelSource.File("names.txt", false))
                .build());
  }

  @Test
  void imagenetWith1001ClassesHasABackground() {
    KnownFacts facts = facts(1001, new Row("labels", "", Source.MISSING));
    assertThat(complete(facts, "imagenet").labels()).contains(new LabelSource.Imagenet(true));
  }

  @Test
  void whatIsKnownIsNotAsked() {
    complete(
        facts(10, new Row("fit", "STRETCH", Source.OPTION), new Row("output", "p", Source.FILE)));
    assertThat(asked).isEmpty();
  }
}
