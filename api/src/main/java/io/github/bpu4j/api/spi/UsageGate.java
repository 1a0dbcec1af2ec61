// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.time.Duration;
import java.util.Objects;

/**
 * Lets calls in until it is closed, and lets the closer wait until all have left.
 *
 * <p>What every native owner needs so that closing during use is safe: {@link #enter()} before the
 * memory is touched, {@link #leave()} in {@code finally}. Entering and leaving allocate nothing.
 */
public final class UsageGate {
  private final String name;
  private final Object lock = new Object();
  private int inside;
  private int waiting;
  private boolean closed;

  /**
   * An open gate.
   *
   * @param name of what it guards, for the message of a use after close
   */
  public UsageGate(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  /**
   * Goes in; to be paired with {@link #leave()}.
   *
   * @throws IllegalStateException once closed, naming what was closed
   */
  public void enter() {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException(name + " is closed; open a new one");
      }
      inside++;
    }
  }

  /** Goes out. */
  public void leave() {
    synchronized (lock) {
      if (inside == 0) {
        throw new IllegalStateException(name + " was left more often than entered");
      }
      inside--;
      if (inside == 0 && waiting > 0) {
        lock.notifyAll();
      }
    }
  }

  /** Whether {@link #close} has been called. */
  public boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  /**
   * Refuses further entries; the first call answers true, later ones false.
   *
   * <p>Use it to make a {@code close()} idempotent: only the first caller goes on to free.
   */
  public boolean close() {
    synchronized (lock) {
      boolean first = !closed;
      closed = true;
      return first;
    }
  }

  /**
   * Waits until nobody is inside.
   *
   * <p>An interrupt does not cut the wait short, since memory must not be freed under a running
   * call; the interrupt flag is set again on return.
   *
   * @return whether the gate is empty; false when the time was up first
   */
  public boolean awaitEmpty(Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean interrupted = false;
    try {
      synchronized (lock) {
        while (inside > 0) {
          long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
          if (millis <= 0) {
            return false;
          }
          waiting++;
          try {
            lock.wait(millis);
          } catch (InterruptedException e) {
            interrupted = true;
          } finally {
            waiting--;
          }
        }
        return true;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
