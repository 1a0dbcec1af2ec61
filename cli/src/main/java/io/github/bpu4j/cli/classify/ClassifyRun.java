// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.ClassificationOutcome;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.cli.io.Progress;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.StandardInput;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Classifies many pictures and reports each in order while later ones are still being inferred. */
final class ClassifyRun {
  private final Deque<PictureFiles.Item> left;
  private final ClassifyReport report;
  private final @Nullable Annotations annotations;
  private final Progress progress;
  private final Runnable afterFirstResult;
  private final DecodeLimits limits;
  private final BooleanSupplier stopped;
  private int done;
  private int failed;
  private boolean answered;

  /**
   * Prepares a run.
   *
   * @param limits for a picture on standard input, which is read here
   * @param stopped polled before each picture; true ends the run after those in flight
   */
  ClassifyRun(
      List<PictureFiles.Item> items,
      ClassifyReport report,
      @Nullable Annotations annotations,
      Progress progress,
      Runnable afterFirstResult,
      DecodeLimits limits,
      BooleanSupplier stopped) {
    this.left = new ArrayDeque<>(items);
    this.report = report;
    this.annotations = annotations;
    this.progress = progress;
    this.afterFirstResult = afterFirstResult;
    this.limits = limits;
    this.stopped = stopped;
  }

  /** Classifies all pictures, or those before the run was stopped. */
  void classify(Classifier classifier) throws IOException {
    List<Path> files = new ArrayList<>();
    try {
      for (PictureFiles.Item item : List.copyOf(left)) {
        if (StandardInput.isNamedBy(item.path())) {
          classify(classifier, files);
          files.clear();
          if (stopped.getAsBoolean()) {
            return;
          }
          take(standardInput(classifier, item.path()));
        } else if (item.failure() == null) {
          files.add(item.path());
        }
      }
      classify(classifier, files);
      if (!stopped.getAsBoolean()) {
        reportFailuresBeforeNext();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Number of pictures and failed arguments that were reported. */
  int done() {
    return done;
  }

  /** Number of those that failed. */
  int failed() {
    return failed;
  }

  private void classify(Classifier classifier, List<Path> files) {
    classifier.classifyAll(() -> untilStopped(files.iterator()), this::take);
  }

  private Iterator<Path> untilStopped(Iterator<Path> pictures) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return pictures.hasNext() && !stopped.getAsBoolean();
      }

      @Override
      public Path next() {
        return pictures.next();
      }
    };
  }

  private ClassificationOutcome standardInput(Classifier classifier, Path argument) {
    try {
      return new ClassificationOutcome.Success(
          argument, classifier.classify(StandardInput.picture(limits)));
    } catch (ImageDecodeException e) {
      return new ClassificationOutcome.Failure(argument, StandardInput.named(e));
    } catch (IOException | ClassifierException | IllegalArgumentException e) {
      return new ClassificationOutcome.Failure(argument, e);
    }
  }

  private void take(ClassificationOutcome outcome) {
    try {
      reportFailuresBeforeNext();
      left.remove();
      report(outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reports arguments without a picture at their place among the others. */
  private void reportFailuresBeforeNext() throws ResultsClosedException {
    for (PictureFiles.Item next = left.peek(); next != null; next = left.peek()) {
      IOException failure = next.failure();
      if (failure == null) {
        return;
      }
      left.remove();
      reportFailure(next.path(), failure);
    }
  }

  private void report(ClassificationOutcome outcome) throws ResultsClosedException {
    if (outcome instanceof ClassificationOutcome.Failure failure) {
      reportFailure(failure.picture(), failure.error());
    } else if (outcome instanceof ClassificationOutcome.Success success) {
      reportResult(success);
    }
  }

  private void reportResult(ClassificationOutcome.Success success) throws ResultsClosedException {
    Path drawn;
    try {
      drawn = annotations == null ? null : annotations.write(success.picture(), success.result());
    } catch (IOException e) {
      reportFailure(success.picture(), e);
      return;
    }
    progress.clear();
    report.result(success.picture(), success.result(), drawn);
    if (!answered) {
      answered = true;
      afterFirstResult.run();
    }
    progress.done(++done);
  }

  private void reportFailure(Path picture, Exception failure) throws ResultsClosedException {
    failed++;
    progress.clear();
    report.failure(picture, failure);
    progress.done(++done);
  }
}
