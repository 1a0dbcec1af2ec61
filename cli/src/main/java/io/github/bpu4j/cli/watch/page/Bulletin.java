// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest state, and who waits for a newer one.
 *
 * <p>A viewer has at most one request here and asks again when it has its answer, so a slow one
 * misses states, and nothing is queued. Thread-safe; readers are called outside the lock.
 */
final class Bulletin {
  /** What became of a request. */
  enum Reception {
    /** Answered, or will be with the next state. */
    ACCEPTED,
    /** Refused: as many viewers as allowed are here. */
    FULL
  }

  private static final class Viewer {
    private long lastSeen;
    private @Nullable Consumer<byte[]> waiting;
  }

  private final int mostViewers;
  private final long leaseNanos;
  private final LongSupplier nanoClock;
  private final Map<String, Viewer> viewers = new HashMap<>();
  private int sequence;
  private byte[] newest = {};
  private volatile long watchedUntil;

  /**
   * Creates an empty one.
   *
   * @param firstSequence any number; a random one tells a page that the server is another
   */
  Bulletin(PageLimits limits, LongSupplier nanoClock, int firstSequence) {
    this.mostViewers = limits.viewers();
    this.leaseNanos = limits.lease().toNanos();
    this.nanoClock = nanoClock;
    this.sequence = firstSequence;
    this.watchedUntil = nanoClock.getAsLong();
  }

  /** Whether anyone asked for something within the lease; costs a look at the clock. */
  boolean isWatched() {
    return watchedUntil - nanoClock.getAsLong() > 0;
  }

  /** Notes that someone looks, who is not counted as a viewer. */
  void touch() {
    watchedUntil = nanoClock.getAsLong() + leaseNanos;
  }

  /** How many viewers have asked within the lease. */
  synchronized int viewers() {
    expire();
    return viewers.size();
  }

  /** The number that the next state must carry. */
  synchronized int nextSequence() {
    return sequence + 1;
  }

  /** The newest state as it was published; empty before the first. */
  synchronized byte[] newest() {
    return newest;
  }

  /** Answers all who wait; called by one thread only. */
  void publish(byte[] state) {
    for (Consumer<byte[]> reader : replace(state)) {
      reader.accept(state);
    }
  }

  private synchronized List<Consumer<byte[]>> replace(byte[] state) {
    sequence++;
    newest = state;
    return viewers.values().stream().flatMap(viewer -> takeWaiting(viewer).stream()).toList();
  }

  /**
   * Answers at once, unless the viewer has the newest state already.
   *
   * <p>An older request of the same viewer that still waits is answered with what is there.
   */
  Reception read(String name, int known, Consumer<byte[]> reader) {
    List<Consumer<byte[]>> answerNow;
    byte[] state;
    touch();
    synchronized (this) {
      expire();
      Viewer viewer = viewers.get(name);
      if (viewer == null) {
        if (viewers.size() >= mostViewers) {
          return Reception.FULL;
        }
        viewer = new Viewer();
        viewers.put(name, viewer);
      }
      viewer.lastSeen = nanoClock.getAsLong();
      answerNow = new ArrayList<>(takeWaiting(viewer));
      state = newest;
      if (known == sequence || state.length == 0) {
        viewer.waiting = reader;
      } else {
        answerNow.add(reader);
      }
    }
    answerNow.forEach(each -> each.accept(state));
    return Reception.ACCEPTED;
  }

  private static List<Consumer<byte[]>> takeWaiting(Viewer viewer) {
    Consumer<byte[]> waiting = viewer.waiting;
    viewer.waiting = null;
    return waiting == null ? List.of() : List.of(waiting);
  }

  private void expire() {
    long now = nanoClock.getAsLong();
    viewers
        .values()
        .removeIf(viewer -> viewer.waiting == null && now - viewer.lastSeen > leaseNanos);
  }
}
