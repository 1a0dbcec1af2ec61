// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import io.github.bpu4j.evaluation.EvaluationObserver;
import io.github.bpu4j.evaluation.EvaluationRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a second classifier about every picture of an evaluation and compares the answers.
 *
 * <p>Open both classifiers with {@code maxResults} of all classes and the lowest {@code
 * scoreThreshold}; with fewer results there are no figures of scores. Pictures are decoded by each
 * classifier, because their inputs may differ. Memory does not grow with the pictures.
 *
 * @since 0.1.0
 */
public final class PairedEvaluation implements EvaluationObserver {
  /** How many failures of the second runtime in a row end the run. */
  private static final int MOST_FAILURES = 10;

  private static final int MOST_WAITING = 64;

  private final Classifier second;
  private final Path folder;
  private final Deque<Pair> waiting = new ArrayDeque<>();
  private @Nullable ComparisonCounter counter;
  private int failures;

  private record Pair(EvaluatedPicture first, CompletableFuture<ClassificationResult> second) {}

  /**
   * Compares what an evaluation observes with the answers of another classifier.
   *
   * @param second stays open; the caller closes it
   * @param folder of the data, as given to the evaluation
   */
  public PairedEvaluation(Classifier second, Path folder) {
    this.second = Objects.requireNonNull(second, "second");
    this.folder = Objects.requireNonNull(folder, "folder");
  }

  /**
   * Starts to compare.
   *
   * @throws IllegalArgumentException if the numbers of classes differ
   */
  @Override
  public void checked(EvaluationRun run) {
    int classes = run.settings().labels().size();
    if (classes != second.labels().size()) {
      throw new IllegalArgumentException(
          "%s has %d classes and %s has %d, expected the same classes"
              .formatted(
                  run.settings().model(), classes, second.model().name(), second.labels().size()));
    }
    counter = ModelComparison.counter(classes, run.depth());
  }

  @Override
  public void evaluated(EvaluatedPicture picture) {
    if (picture.error().isPresent()) {
      counter().addUnreadable(picture.path(), picture.error().get());
      return;
    }
    waiting.add(new Pair(picture, second.classifyAsync(folder.resolve(picture.path()))));
    while (!waiting.isEmpty()
        && (waiting.size() > MOST_WAITING || waiting.element().second().isDone())) {
      compare(waiting.remove());
    }
  }

  /** Waits for the last answers; what has been compared then. */
  public ModelComparison comparison() {
    while (!waiting.isEmpty()) {
      compare(waiting.remove());
    }
    return counter().comparison();
  }

  private ComparisonCounter counter() {
    return Objects.requireNonNull(counter, "the evaluation has not begun");
  }

  private void compare(Pair pair) {
    try {
      compare(pair.first(), pair.second().join().categories());
      failures = 0;
    } catch (CompletionException e) {
      fail(pair.first(), e.getCause() == null ? e : e.getCause());
    }
  }

  private void compare(EvaluatedPicture picture, List<Category> answer) {
    OptionalInt truth = OptionalInt.of(picture.truth());
    int classes = second.labels().size();
    if (picture.categories().size() == classes && answer.size() == classes) {
      counter().add(picture.path(), truth, scores(picture.categories()), scores(answer));
    } else {
      counter().add(picture.path(), truth, picture.categories(), answer);
    }
  }

  private static float[] scores(List<Category> all) {
    float[] scores = new float[all.size()];
    all.forEach(each -> scores[each.index()] = each.score());
    return scores;
  }

  private void fail(EvaluatedPicture picture, Throwable cause) {
    counter().addUnreadable(picture.path(), String.valueOf(cause.getMessage()));
    failures += cause instanceof IOException ? 0 : 1;
    if (failures == MOST_FAILURES) {
      throw new InferenceException(
          "the last %d inferences of %s failed, of which the last is that of %s: %s"
              .formatted(MOST_FAILURES, second.model().name(), picture.path(), cause.getMessage()),
          cause);
    }
  }
}
