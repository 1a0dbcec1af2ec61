// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.ClassifierBusyException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Memory of failed requests that a task may still write, until there is proof that none does.
 *
 * <p>Releasing a task returns at once and stops it in the background. The X5 has one core, so the
 * proof is a later task's end, and a grace time on top.
 */
final class Quarantine {
  /** The length of the BPU's queue: with more failures than that, the BPU no longer answers. */
  static final int CAPACITY = 32;

  /** Memory without a proof stays reachable until the process ends. */
  private static final List<RequestTensors> KEPT = new ArrayList<>();

  /** One failed request. */
  static final class Entry {
    private final long releasedAt;
    private @Nullable RequestTensors tensors;
    private boolean settled;
    private long settledAt;

    private Entry(long releasedAt) {
      this.releasedAt = releasedAt;
    }
  }

  private final long graceNanos;
  private final List<Entry> entries = new ArrayList<>();
  private volatile int size;
  private boolean closed;

  Quarantine(long graceNanos) {
    this.graceNanos = graceNanos;
  }

  /** Opens an entry for a request whose task has just been released. */
  synchronized Entry add() {
    Entry entry = new Entry(System.nanoTime());
    entries.add(entry);
    size = entries.size();
    return entry;
  }

  /** Takes over the memory of a request that its owner has closed. */
  synchronized void take(Entry entry, RequestTensors tensors) {
    if (!closed) {
      entry.tensors = tensors;
      sweep();
    } else if (entry.settled) {
      tensors.free();
    } else {
      keep(tensors);
    }
  }

  /** Settles every entry that was released before the ended task was submitted. */
  void taskEnded(long submittedAt) {
    if (size > 0) {
      settle(submittedAt);
    }
  }

  private synchronized void settle(long submittedAt) {
    long now = System.nanoTime();
    for (Entry entry : entries) {
      if (!entry.settled && submittedAt - entry.releasedAt > 0) {
        entry.settled = true;
        entry.settledAt = now;
      }
    }
  }

  /** Frees what is proved to be safe by now. */
  synchronized void sweep() {
    long now = System.nanoTime();
    for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
      Entry entry = each.next();
      if (entry.tensors != null && entry.settled && now - entry.settledAt >= graceNanos) {
        entry.tensors.free();
        each.remove();
      }
    }
    size = entries.size();
  }

  /** Checks that one more request fits; when none does, the BPU does not answer. */
  synchronized void checkRoom(String model) {
    sweep();
    if (entries.size() >= CAPACITY) {
      throw new ClassifierBusyException(
          model
              + ": "
              + CAPACITY
              + " failed or timed-out pictures hold memory that the BPU may still write; try again"
              + " later, and restart the process if the BPU never answers");
    }
  }

  /** Whether some memory still lacks its proof. */
  synchronized boolean isUnsettled() {
    return entries.stream().anyMatch(entry -> !entry.settled);
  }

  synchronized boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Frees what is safe after the grace time and keeps the rest until the process ends.
   *
   * @return whether everything was safe
   */
  synchronized boolean close() {
    closed = true;
    boolean unsettled = isUnsettled();
    for (Entry entry : entries) {
      if (entry.tensors != null) {
        take(entry, entry.tensors);
      }
    }
    entries.clear();
    size = 0;
    return !unsettled;
  }

  /** Keeps memory reachable until the process ends. */
  static void keep(RequestTensors tensors) {
    synchronized (KEPT) {
      KEPT.add(tensors);
    }
  }
}
