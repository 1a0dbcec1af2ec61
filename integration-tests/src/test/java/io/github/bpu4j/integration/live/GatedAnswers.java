// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Inferences that each end when the test lets that picture, known by its gray value, end. */
final class GatedAnswers {
  /** Gray values below fail. */
  static final int GOOD = 50;

  private static final int WARM_UP = 127;

  private final Map<Integer, ScriptedAnswer> open = new HashMap<>();
  private final Set<Integer> started = new HashSet<>();

  Classifier classifier(int requests) {
    ScriptedRuntime runtime =
        ScriptedRuntime.builder()
            .size(8, 8)
            .classes(2)
            .range(YuvRange.FULL) // Y is the gray value
            .probabilities(true)
            .byPicture(picture -> answer(picture.y(0, 0) & 0xff))
            .build();
    return Classifier.builder().runtime(runtime).concurrency(requests).open();
  }

  private synchronized ScriptedAnswer answer(int gray) {
    if (gray == WARM_UP) {
      return ScriptedAnswer.scores(0, 1);
    }
    started.add(gray);
    notifyAll();
    awaitQuietly(() -> open.containsKey(gray));
    return open.get(gray);
  }

  /** Lets the inference of a picture end. */
  synchronized void end(int gray) {
    open.put(
        gray,
        gray < GOOD
            ? ScriptedAnswer.failure("fails " + gray)
            : ScriptedAnswer.scores(0.25f, 0.75f));
    notifyAll();
  }

  synchronized void awaitStart(int gray) {
    awaitQuietly(() -> started.contains(gray));
  }

  synchronized boolean isStarted(int gray) {
    return started.contains(gray);
  }

  private void awaitQuietly(BooleanSupplier condition) {
    boolean interrupted = false;
    while (!condition.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
