// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.InferenceException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Classifies many pictures with asynchronous calls and delivers the outcomes in order.
 *
 * @param most how many pictures are in flight at the same time, so that memory does not grow with
 *     the list
 */
record OrderedOutcomes(int most) {
  /**
   * Returns when every outcome has been delivered; after a failure, the remaining pictures are
   * canceled.
   */
  void handOver(
      Iterable<Path> pictures,
      Function<Path, CompletableFuture<ClassificationResult>> classify,
      Consumer<ClassificationOutcome> sink) {
    Deque<Pending> pending = new ArrayDeque<>();
    try {
      for (Path picture : pictures) {
        if (pending.size() == most) {
          sink.accept(pending.removeFirst().outcome());
        }
        pending.add(new Pending(picture, classify.apply(picture)));
      }
      while (!pending.isEmpty()) {
        sink.accept(pending.removeFirst().outcome());
      }
    } finally {
      pending.forEach(each -> each.future().cancel(false));
    }
  }

  private record Pending(Path picture, CompletableFuture<ClassificationResult> future) {
    /** Waits for an outcome. */
    ClassificationOutcome outcome() {
      try {
        return new ClassificationOutcome.Success(picture, future.get());
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        return new ClassificationOutcome.Failure(
            picture,
            cause instanceof Exception exception
                ? exception
                : new InferenceException("classifying " + picture + " ended with " + cause, e));
      } catch (CancellationException e) {
        return new ClassificationOutcome.Failure(picture, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        future.cancel(false);
        throw new InferenceException("interrupted while classifying " + picture, e);
      }
    }
  }
}
