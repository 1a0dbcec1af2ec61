// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.ClassificationOutcome;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.cli.io.Progress;
import io.github.bpu4j.cli.io.ResultsClosedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run over many pictures, reported in their order while others are in the network. */
final class ClassifyRun {
  private final Deque<Photos.Item> left;
  private final ClassifyReport report;
  private final @Nullable Annotations annotations;
  private final Progress progress;
  private final Runnable atFirstAnswer;
  private int done;
  private int failed;
  private boolean answered;

  ClassifyRun(
      List<Photos.Item> items,
      ClassifyReport report,
      @Nullable Annotations annotations,
      Progress progress,
      Runnable atFirstAnswer) {
    this.left = new ArrayDeque<>(items);
    this.report = report;
    this.annotations = annotations;
    this.progress = progress;
    this.atFirstAnswer = atFirstAnswer;
  }

  /** Classifies all and gives the number that failed. */
  int classify(Classifier classifier) throws IOException {
    List<Path> pictures =
        left.stream().filter(item -> item.failure() == null).map(Photos.Item::path).toList();
    try {
      classifier.classifyAll(pictures, this::take);
      tellFailuresBeforeNext();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return failed;
  }

  private void take(ClassificationOutcome outcome) {
    try {
      tellFailuresBeforeNext();
      left.remove();
      tell(outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Arguments that gave no picture are told at their place among the others. */
  private void tellFailuresBeforeNext() throws ResultsClosedException {
    for (Photos.Item next = left.peek(); next != null; next = left.peek()) {
      IOException failure = next.failure();
      if (failure == null) {
        return;
      }
      left.remove();
      tellFailure(next.path(), failure);
    }
  }

  private void tell(ClassificationOutcome outcome) throws ResultsClosedException {
    if (outcome instanceof ClassificationOutcome.Failure failure) {
      tellFailure(failure.picture(), failure.error());
    } else if (outcome instanceof ClassificationOutcome.Success success) {
      tellAnswer(success);
    }
  }

  private void tellAnswer(ClassificationOutcome.Success success) throws ResultsClosedException {
    Path drawn;
    try {
      drawn = annotations == null ? null : annotations.write(success.picture(), success.result());
    } catch (IOException e) {
      tellFailure(success.picture(), e);
      return;
    }
    progress.clear();
    report.answer(success.picture(), success.result(), drawn);
    if (!answered) {
      answered = true;
      atFirstAnswer.run();
    }
    progress.done(++done);
  }

  private void tellFailure(Path picture, Exception failure) throws ResultsClosedException {
    failed++;
    progress.clear();
    report.failure(picture, failure);
    progress.done(++done);
  }
}
