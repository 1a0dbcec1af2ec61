// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import io.github.bpu4j.api.ClassificationResult;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts frames; called by the camera's thread and by those that complete frames. */
final class FrameStatistics {
  private static final long SECOND = 1_000_000_000L;

  private final PrintStream out;
  private final long start = System.nanoTime();
  private long answered;
  private long dropped;
  private long failed;
  private long latencyNanos;
  private String seen = "nothing yet";

  private long told = start;
  private long answeredWhenTold;

  FrameStatistics(PrintStream out) {
    this.out = out;
  }

  synchronized void answered(long nanos, ClassificationResult result) {
    answered++;
    latencyNanos += nanos;
    if (!result.categories().isEmpty()) {
      seen =
          String.format(Locale.ROOT, "%s %.3f", result.best().displayName(), result.best().score());
    }
  }

  synchronized void dropped() {
    dropped++;
  }

  synchronized void failed(@Nullable Throwable failure) {
    failed++;
    seen = "failed: " + failure;
  }

  synchronized void printEverySecond() {
    long now = System.nanoTime();
    if (now - told >= SECOND) {
      double rate = (answered - answeredWhenTold) * (double) SECOND / (now - told);
      print(String.format(Locale.ROOT, "%6.1f frames/s", rate));
      told = now;
      answeredWhenTold = answered;
    }
  }

  synchronized void printTotal() {
    double seconds = (System.nanoTime() - start) / (double) SECOND;
    print(String.format(Locale.ROOT, "total: %.1f s, %.1f frames/s", seconds, answered / seconds));
  }

  private void print(String rate) {
    double latency = answered == 0 ? 0 : latencyNanos / 1e6 / answered;
    out.printf(
        Locale.ROOT,
        "%s, %d answered in %.1f ms each, %d dropped, %d failed; %s%n",
        rate,
        answered,
        latency,
        dropped,
        failed,
        seen);
  }
}
