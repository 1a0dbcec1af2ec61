// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.spi.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a scripted runtime does with one picture: it answers or fails, at once or later.
 *
 * @since 0.1.0
 */
public final class ScriptedAnswer {
  private final float[] scores;
  private final Optional<Supplier<ClassifierException>> failure;
  private final Duration delay;

  private ScriptedAnswer(
      float[] scores, Optional<Supplier<ClassifierException>> failure, Duration delay) {
    this.scores = scores;
    this.failure = failure;
    this.delay = delay;
  }

  /** Answers with these scores at once. */
  public static ScriptedAnswer scores(float... scores) {
    return new ScriptedAnswer(scores.clone(), Optional.empty(), Duration.ZERO);
  }

  /** Fails at once with an {@link InferenceException}. */
  public static ScriptedAnswer failure(String message) {
    return failure(() -> new InferenceException(message));
  }

  /** Fails at once with an exception of the caller's choice. */
  public static ScriptedAnswer failure(Supplier<ClassifierException> exception) {
    return new ScriptedAnswer(new float[0], Optional.of(exception), Duration.ZERO);
  }

  /** Delays the answer; if that is longer than the caller's timeout, the inference times out. */
  public ScriptedAnswer after(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "time " + DurationText.of(time) + ": expected 0 s or more");
    }
    return new ScriptedAnswer(scores, failure, time);
  }

  /** One per class, not copied; meaningless if the answer is a failure. */
  float[] scores() {
    return scores;
  }

  Optional<Supplier<ClassifierException>> failure() {
    return failure;
  }

  Duration delay() {
    return delay;
  }
}
