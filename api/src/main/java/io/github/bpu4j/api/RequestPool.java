// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.preprocess.Preprocessing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A fixed number of slots, lent to one thread each; a caller who finds none waits in turn. */
final class RequestPool {
  private final String name;
  private final List<Slot> slots;
  private final ArrayBlockingQueue<Slot> idle;

  private RequestPool(String name, List<Slot> slots) {
    this.name = name;
    this.slots = slots;
    this.idle = new ArrayBlockingQueue<>(slots.size(), true, slots);
  }

  /** Allocates all slots; on a failure the ones already made are closed. */
  static RequestPool open(ClassificationModel model, Preprocessing preprocessing, int size) {
    List<Slot> slots = new ArrayList<>(size);
    try {
      while (slots.size() < size) {
        slots.add(new Slot(model, preprocessing));
      }
    } catch (RuntimeException | Error e) {
      slots.forEach(Slot::discardRequest);
      throw e;
    }
    return new RequestPool(model.info().name(), slots);
  }

  /**
   * Borrows a slot.
   *
   * @param deadlineNanos of {@link System#nanoTime()}
   * @throws ClassifierBusyException when none is free by then
   */
  Slot borrow(long deadlineNanos) {
    Slot slot = idle.poll();
    if (slot != null) {
      return slot;
    }
    try {
      slot = idle.poll(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InferenceException("interrupted while waiting for a free request of " + name, e);
    }
    if (slot == null) {
      throw new ClassifierBusyException(
          "all "
              + slots.size()
              + " requests of "
              + name
              + " stayed in use until the timeout; "
              + "raise concurrency or timeout, or send less");
    }
    return slot;
  }

  void giveBack(Slot slot) {
    idle.add(slot);
  }

  /** Closes every request, the last made first; only when nobody has borrowed one. */
  void close() {
    for (int i = slots.size() - 1; i >= 0; i--) {
      slots.get(i).discardRequest();
    }
  }
}
