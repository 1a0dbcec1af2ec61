// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.evaluation.data.Selection;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final int PICTURES = 60;

  @TempDir private Path folder;
  private Path data;
  private Path journal;

  /** Gray pictures in five folders; two are damaged. */
  @BeforeEach
  void makePictures() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    journal = folder.resolve("run.jsonl");
    Random random = new Random(5);
    for (int i = 0; i < PICTURES; i++) {
      Path file = data.resolve("class_" + i % 5).resolve("p%02d.pgm".formatted(i));
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, i % 29 == 7 ? "P5 no picture" : "P2 1 1 255 " + random.nextInt(256) + "\n");
    }
  }

  @Test
  void countsWhatTheClassifierAnswers() throws IOException {
    List<EvaluatedPicture> seen = new ArrayList<>();
    try (Classifier classifier = classifier().open()) {
      EvaluationResult result =
          Evaluation.of(classifier)
              .depth(2)
              .observer(
                  new EvaluationObserver() {
                    @Override
                    public void evaluated(EvaluatedPicture picture) {
                      seen.add(picture);
                    }
                  })
              .run(data);
      long right = 0;
      for (EvaluatedPicture picture : seen) {
        if (picture.error().isEmpty()) {
          int best = classifier.classify(data.resolve(picture.path())).best().index();
          assertThat(picture.categories().get(0).index()).isEqualTo(best);
          right += best == picture.truth() ? 1 : 0;
        }
      }
      assertThat(seen).hasSize(PICTURES);
      assertThat(result.complete()).isTrue();
      assertThat(result.accuracy().top1()).isEqualTo(new Proportion(right, PICTURES - 2));
      assertThat(result.accuracy().depth()).isEqualTo(2);
      assertThat(result.accuracy().unreadable()).isEqualTo(2);
      assertThat(result.accuracy().firstUnreadable())
          .allSatisfy(picture -> assertThat(picture.error()).doesNotContain(data.toString()));
      assertThat(result.speed().pictures()).isEqualTo(PICTURES);
      assertThat(result.speed().timed()).isEqualTo(PICTURES - 2);
      assertThat(result.run().settings().settings()).containsKeys("range", "fit", "transform");
      assertThat(EvaluationResult.parse(result.toJson()).accuracy()).isEqualTo(result.accuracy());
      assertThat(EvaluationResult.parse(result.toJson()).toJson()).isEqualTo(result.toJson());
    }
  }

  @Test
  void aJournalCutAnywhereEndsWithTheSameFigures() throws IOException {
    EvaluationResult whole = evaluate();
    byte[] bytes = Files.readAllBytes(journal);
    int header = new String(bytes, StandardCharsets.UTF_8).indexOf('\n');
    List<Integer> cuts = new ArrayList<>(List.of(0, 1, header, header + 1, bytes.length));
    Random random = new Random(9);
    for (int i = 0; i < 60; i++) {
      cuts.add(random.nextInt(bytes.length));
    }
    for (int cut : cuts) {
      Files.write(journal, Arrays.copyOf(bytes, cut));
      EvaluationResult resumed = evaluate();
      assertThat(resumed.accuracy()).as("cut after %d bytes", cut).isEqualTo(whole.accuracy());
      assertThat(resumed.complete()).isTrue();
      assertThat(Files.readAllLines(journal)).hasSize(1 + PICTURES);
      assertThat(EvaluationResult.read(journal).accuracy()).isEqualTo(whole.accuracy());
    }
  }

  @Test
  void aStoppedRunIsIncompleteAndGoesOn() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (Classifier classifier = classifier().open()) {
      EvaluationResult part =
          Evaluation.of(classifier)
              .journal(journal)
              .stopWhen(() -> asked.incrementAndGet() > 20)
              .run(data);
      assertThat(part.complete()).isFalse();
      assertThat(part.evaluated()).isEqualTo(20);
    }
    AtomicInteger resumed = new AtomicInteger();
    try (Classifier classifier = classifier().open()) {
      EvaluationResult rest =
          Evaluation.of(classifier)
              .journal(journal)
              .observer(
                  new EvaluationObserver() {
                    @Override
                    public void resumed(long pictures) {
                      resumed.set((int) pictures);
                    }
                  })
              .run(data);
      assertThat(resumed).hasValue(20);
      assertThat(rest.evaluated()).isEqualTo(PICTURES);
      assertThat(rest.speed().pictures()).isEqualTo(PICTURES - 20);
    }
  }

  @Test
  void shardsMergeIntoTheWholeInAnyOrder() throws IOException {
    EvaluationResult whole = evaluate();
    List<EvaluationResult> shards = new ArrayList<>();
    for (int number = 1; number <= 8; number++) {
      Path file = folder.resolve("shard" + number);
      try (Classifier classifier = classifier().open()) {
        EvaluationResult shard =
            Evaluation.of(classifier)
                .selection(Selection.all().shard(number, 8))
                .journal(file)
                .run(data);
        shards.add(number % 2 == 0 ? EvaluationResult.read(file) : shard);
      }
    }
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(shards, new Random(seed));
      EvaluationResult merged = EvaluationResult.merge(shards);
      assertThat(merged.accuracy().toJson()).isEqualTo(whole.accuracy().toJson());
      assertThat(merged.run().differences(whole.run(), "merged", "whole")).isEmpty();
      assertThat(merged.complete()).isTrue();
    }
    assertThat(EvaluationResult.merge(shards.subList(0, 7)).complete()).isFalse();
    List<EvaluationResult> twice = List.of(shards.get(0), shards.get(1), shards.get(0));
    assertThatThrownBy(() -> EvaluationResult.merge(twice))
        .hasMessageMatching("shard ./8 is there twice; its pictures would count twice");
    assertThatThrownBy(() -> EvaluationResult.merge(List.of(shards.get(0), whole)))
        .hasMessageContaining("these are not shards of one evaluation; shards: the first has ");
  }

  @Test
  void aJournalOfOtherSettingsOrDataIsRefusedWithTheDifference() throws IOException {
    evaluate();
    try (Classifier other = classifier().scoreTransform(ScoreTransform.SIGMOID).open()) {
      assertThatThrownBy(() -> Evaluation.of(other).journal(journal).run(data))
          .isInstanceOf(JournalMismatchException.class)
          .hasMessageEndingWith("transform: the journal has SOFTMAX, this run has SIGMOID");
    }
    try (Classifier classifier = classifier().open()) {
      Evaluation other =
          Evaluation.of(classifier)
              .describe(settings -> settings.withModelSha256("abc"))
              .journal(journal);
      assertThatThrownBy(() -> other.run(data))
          .hasMessageContaining("SHA-256 of the model: the journal has unknown, this run has abc");
    }
    Files.delete(data.resolve("class_0/p00.pgm"));
    assertThatThrownBy(this::evaluate)
        .isInstanceOf(JournalMismatchException.class)
        .hasMessageContaining("pictures of the data: the journal has 60, this run has 59");
  }

  @Test
  void aFileThatIsNoJournalIsLeftAlone() throws IOException {
    Files.writeString(journal, "my notes");
    assertThatThrownBy(this::evaluate).hasMessageContaining("not a journal");
    assertThat(journal).hasContent("my notes");
  }

  @Test
  void aDamagedLineInTheMiddleIsAnError() throws IOException {
    evaluate();
    List<String> lines = Files.readAllLines(journal);
    lines.set(3, lines.get(3).replace("\"truth\":", "\"turth\":"));
    Files.write(journal, lines);
    assertThatThrownBy(this::evaluate)
        .hasMessageContaining("line 4 is damaged: truth: got null, expected a Long");
  }

  @Test
  void twoRunsCannotShareAJournal() throws IOException {
    try (Classifier classifier = classifier().open()) {
      Evaluation evaluation =
          Evaluation.of(classifier)
              .journal(journal)
              .observer(
                  new EvaluationObserver() {
                    @Override
                    public void evaluated(EvaluatedPicture picture) {
                      assertThatThrownBy(EvaluationTest.this::evaluate)
                          .hasMessageContaining("another evaluation of this process");
                    }
                  });
      assertThat(evaluation.selection(Selection.first(1)).run(data).complete()).isTrue();
    }
  }

  @Test
  void onePictureThatFailsIsCountedAndARuntimeThatFailsEndsTheRun() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    ScriptedRuntime once = failing(() -> calls.incrementAndGet() == 10);
    try (Classifier classifier = classifier().runtime(once).open()) {
      Accuracy accuracy = Evaluation.of(classifier).run(data).accuracy();
      assertThat(accuracy.unreadable()).isEqualTo(3);
    }
    calls.set(0);
    ScriptedRuntime broken = failing(() -> calls.incrementAndGet() > 1);
    try (Classifier classifier = classifier().runtime(broken).open()) {
      Evaluation evaluation = Evaluation.of(classifier).journal(journal);
      assertThatThrownBy(() -> evaluation.run(data))
          .isInstanceOf(InferenceException.class)
          .hasMessageStartingWith(
              "the last 10 inferences failed, of which the last is that of class_0/");
    }
    assertThat(Files.readString(journal)).doesNotContain("broken");
    assertThat(evaluate().accuracy().unreadable()).isEqualTo(2);
  }

  @Test
  void aClassifierThatListsTooFewClassesIsRefused() throws IOException {
    try (Classifier classifier = classifier().maxResults(1).open()) {
      assertThatThrownBy(() -> Evaluation.of(classifier).run(data))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("open the classifier with maxResults(5)");
      assertThat(Evaluation.of(classifier).depth(1).run(data).complete()).isTrue();
    }
  }

  private EvaluationResult evaluate() throws IOException {
    try (Classifier classifier = classifier().open()) {
      return Evaluation.of(classifier).journal(journal).run(data);
    }
  }

  private static ClassifierBuilder classifier() {
    return Classifier.builder()
        .runtime(failing(() -> false))
        .labels(Labels.numbered(6))
        .scoreTransform(ScoreTransform.SOFTMAX);
  }

  /** Scores that depend on the gray of a picture. */
  private static ScriptedRuntime failing(BooleanSupplier fails) {
    return ScriptedRuntime.builder()
        .size(2, 2)
        .classes(6)
        .byPicture(
            picture -> {
              if (fails.getAsBoolean()) {
                return ScriptedAnswer.failure("broken");
              }
              float[] scores = new float[6];
              Random random = new Random(picture.y(0, 0));
              for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextFloat() * 4;
              }
              return ScriptedAnswer.scores(scores);
            })
        .build();
  }
}
