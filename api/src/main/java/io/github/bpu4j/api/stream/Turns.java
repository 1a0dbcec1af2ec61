// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.stream;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/** Lets threads go on in the order of their tickets 0, 1, 2...; allocates nothing. */
final class Turns {
  private final AtomicReferenceArray<Thread> waiting;
  private volatile long turn;

  /**
   * @param threads the most tickets that are out at the same time
   */
  Turns(int threads) {
    this.waiting = new AtomicReferenceArray<>(threads);
  }

  /** Waits until all lower tickets have passed; an interrupt is dropped. */
  void await(long ticket) {
    int place = place(ticket);
    waiting.set(place, Thread.currentThread());
    while (turn != ticket) {
      LockSupport.park(this);
      Thread.interrupted();
    }
    waiting.set(place, null);
  }

  /** Passes the turn to the next ticket; only its holder calls. */
  void pass() {
    long next = turn + 1;
    turn = next;
    LockSupport.unpark(waiting.get(place(next)));
  }

  private int place(long ticket) {
    return (int) (ticket % waiting.length());
  }
}
