// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.ClassifierObserver;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the device said last: it answered, or failed. Pictures that never reached it, because they
 * could not be decoded or found no free request, say nothing about it.
 */
final class LatestOutcome implements ClassifierObserver {
  private final LongSupplier nanoTime;
  private volatile Outcome latest;

  /** Starts with an answer, that to the warm-up. */
  LatestOutcome(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.latest = new Outcome(null, nanoTime.getAsLong());
  }

  /** A failure, or null for an answer, and its time. */
  private record Outcome(@Nullable Exception failure, long nanos) {}

  @Override
  public void classified(ClassificationResult result) {
    latest = new Outcome(null, nanoTime.getAsLong());
  }

  @Override
  public void failed(Exception failure, long totalNanos) {
    if (isOfDevice(failure)) {
      latest = new Outcome(failure, nanoTime.getAsLong());
    }
  }

  private static boolean isOfDevice(Exception failure) {
    return failure instanceof InferenceTimeoutException
        || (failure instanceof InferenceException
            && !(failure.getCause() instanceof InterruptedException));
  }

  /** The failure, if the latest outcome is one. */
  Optional<Exception> failure() {
    return Optional.ofNullable(latest.failure());
  }

  Duration age() {
    return Duration.ofNanos(nanoTime.getAsLong() - latest.nanos());
  }
}
