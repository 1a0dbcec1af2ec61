// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import io.github.bpu4j.api.live.LiveListener;
import io.github.bpu4j.api.live.LiveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Records what a listener receives, and which frames are released. */
final class Outcomes implements LiveListener {
  private final List<LiveResult> results = new ArrayList<>();
  private final Map<Long, Exception> failures = new TreeMap<>();
  private final List<Long> order = new ArrayList<>();
  private final Map<Long, Integer> releases = new TreeMap<>();

  @Override
  public synchronized void onResult(LiveResult result) {
    results.add(result);
    order.add(result.timestampMicros());
    notifyAll();
  }

  @Override
  public synchronized void onFailure(long timestampMicros, Exception failure) {
    failures.put(timestampMicros, failure);
    order.add(timestampMicros);
    notifyAll();
  }

  synchronized void released(long timestampMicros) {
    releases.merge(timestampMicros, 1, Integer::sum);
    notifyAll();
  }

  synchronized List<LiveResult> results() {
    return List.copyOf(results);
  }

  synchronized Map<Long, Exception> failures() {
    return Map.copyOf(failures);
  }

  /** The timestamps of results and failures as they came. */
  synchronized List<Long> order() {
    return List.copyOf(order);
  }

  /** How often each frame was released, by timestamp. */
  synchronized Map<Long, Integer> releases() {
    return new TreeMap<>(releases);
  }

  synchronized int count() {
    return order.size();
  }

  /** Waits for what must come true; much longer than it can take. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited 60 s for: " + what);
      }
      LockSupport.parkNanos(20_000);
    }
  }
}
