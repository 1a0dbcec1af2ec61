// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import io.github.bpu4j.api.ClassificationOutcome;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.evaluation.data.LabeledPicture;
import io.github.bpu4j.evaluation.data.LabeledPictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Takes the outcomes of one run in order: counts them and writes them to the journal. */
final class Outcomes {
  /**
   * How many failures of the runtime in a row end the run: then not the pictures are to blame. They
   * are not counted before an answer shows that the runtime still works.
   */
  static final int MOST_FAILURES = 10;

  private final Tally tally;
  private final @Nullable Journal journal;
  private final EvaluationObserver observer;
  private final Deque<LabeledPicture> inFlight = new ArrayDeque<>();
  private final List<EvaluatedPicture> heldBack = new ArrayList<>();
  private int failures;
  private long evaluated;

  Outcomes(EvaluationRun run, @Nullable Journal journal, EvaluationObserver observer) {
    this.tally = new Tally(run);
    this.journal = journal;
    this.observer = observer;
  }

  EvaluationResult evaluate(
      Classifier classifier, LabeledPictures.Walk walk, BooleanSupplier stopped)
      throws IOException {
    if (journal != null) {
      long resumed = journal.resume(walk, this::resume);
      if (resumed > 0) {
        observer.resumed(resumed);
      }
    }
    long start = System.nanoTime();
    try {
      classifier.classifyAll(() -> files(walk, stopped), this::take);
      releaseHeldBack();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return tally.result(evaluated, System.nanoTime() - start);
  }

  private Iterator<Path> files(LabeledPictures.Walk walk, BooleanSupplier stopped) {
    return new Iterator<>() {
      private @Nullable LabeledPicture next;

      @Override
      public boolean hasNext() {
        if (next == null && !stopped.getAsBoolean()) {
          try {
            next = walk.next();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
        return next != null;
      }

      @Override
      public Path next() {
        LabeledPicture picture = next;
        if (picture == null) {
          throw new NoSuchElementException("no more pictures");
        }
        next = null;
        inFlight.add(picture);
        return picture.file();
      }
    };
  }

  private void take(ClassificationOutcome outcome) {
    LabeledPicture picture = inFlight.remove();
    try {
      if (outcome instanceof ClassificationOutcome.Success success) {
        releaseHeldBack();
        write(answered(picture, success));
      } else if (outcome instanceof ClassificationOutcome.Failure failure) {
        record(picture, failure.error());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EvaluatedPicture answered(
      LabeledPicture picture, ClassificationOutcome.Success success) {
    return new EvaluatedPicture(
        picture.path(),
        picture.truth(),
        success.result().categories(),
        success.result().rawScores(),
        Optional.of(success.result().timings()),
        Optional.empty());
  }

  private void record(LabeledPicture picture, Exception error) throws IOException {
    EvaluatedPicture failed =
        EvaluatedPicture.unreadable(picture.path(), picture.truth(), reason(picture, error));
    if (error instanceof IOException && heldBack.isEmpty()) {
      write(failed);
      return;
    }
    heldBack.add(failed);
    failures += error instanceof IOException ? 0 : 1;
    if (failures == MOST_FAILURES) {
      throw new InferenceException(
          "the last %d inferences failed, of which the last is that of %s: %s"
              .formatted(MOST_FAILURES, picture.path(), error.getMessage()),
          error);
    }
  }

  private void releaseHeldBack() throws IOException {
    for (EvaluatedPicture failed : heldBack) {
      write(failed);
    }
    heldBack.clear();
    failures = 0;
  }

  private void write(EvaluatedPicture picture) throws IOException {
    tally.add(picture);
    if (journal != null) {
      journal.append(picture);
    }
    evaluated++;
    observer.evaluated(picture);
  }

  private void resume(EvaluatedPicture picture) {
    tally.add(picture);
    observer.evaluated(picture);
  }

  /** What happened, without the folder of this machine. */
  private static String reason(LabeledPicture picture, Exception error) {
    if (error instanceof NoSuchFileException) {
      return "no such file";
    }
    if (error instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = String.valueOf(error.getMessage());
    String file = picture.file() + ": ";
    return message.startsWith(file) ? message.substring(file.length()) : message;
  }
}
