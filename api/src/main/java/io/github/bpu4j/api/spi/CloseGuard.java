// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The closing rule of every owner of native memory: nothing is freed under a running call.
 *
 * <p>A call goes between {@link #enter()} and {@link #leave()}, in {@code finally}; neither
 * allocates. {@link #close()} refuses further calls, waits for those inside, and frees. When it
 * runs out of patience it returns, and whoever leaves last frees. Either way that happens once.
 *
 * <p>An owner that becomes garbage without having been closed is reported in the log. Its memory is
 * not freed then: a native call may still use it.
 */
public final class CloseGuard {
  private static final Logger LOG = LoggerFactory.getLogger(CloseGuard.class);

  private final String name;
  private final Duration patience;
  private final Runnable terminate;
  private final Duration lastPatience;
  private final Runnable free;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Object lock = new Object();
  private int inside;
  private boolean closerWaits;
  private boolean lastFrees;

  /**
   * An open guard.
   *
   * @param name of what it guards, for messages: "model resnet18"
   * @param patience how long {@link #close()} waits for calls inside
   * @param free frees what is guarded; runs once, on the thread that closes or leaves last
   */
  public CloseGuard(String name, Duration patience, Runnable free) {
    this(name, patience, () -> {}, Duration.ZERO, free);
  }

  /**
   * An open guard of calls that can be told to end early.
   *
   * @param name of what it guards, for messages
   * @param patience how long {@link #close()} waits for calls inside
   * @param terminate asks the calls still inside after that to end
   * @param lastPatience how long it then waits once more
   * @param free frees what is guarded; runs once, on the thread that closes or leaves last
   */
  public CloseGuard(
      String name, Duration patience, Runnable terminate, Duration lastPatience, Runnable free) {
    this.name = Objects.requireNonNull(name, "name");
    this.patience = Objects.requireNonNull(patience, "patience");
    this.terminate = Objects.requireNonNull(terminate, "terminate");
    this.lastPatience = Objects.requireNonNull(lastPatience, "lastPatience");
    this.free = Objects.requireNonNull(free, "free");
    // Owner and guard refer to each other, so the guard becomes garbage with its owner.
    LeakReport.watch(this, name, closed);
  }

  /**
   * Enters; to be paired with {@link #leave()}.
   *
   * @throws IllegalStateException once closed, naming what was closed
   */
  public void enter() {
    synchronized (lock) {
      checkOpen();
      inside++;
    }
  }

  /** Leaves, and frees when the closer has left that to the last one. */
  public void leave() {
    boolean frees;
    synchronized (lock) {
      if (inside == 0) {
        throw new IllegalStateException(name + " was left more often than entered");
      }
      inside--;
      if (inside == 0 && closerWaits) {
        lock.notifyAll();
      }
      frees = inside == 0 && lastFrees;
    }
    if (frees) {
      freeAfterTheLastCall();
    }
  }

  /** Whether {@link #close} has been called. */
  public boolean isClosed() {
    return closed.get();
  }

  /**
   * Refuses use after close.
   *
   * @throws IllegalStateException once closed, naming what was closed
   */
  public void checkOpen() {
    if (closed.get()) {
      throw new IllegalStateException(name + " is closed; open a new one");
    }
  }

  /**
   * Refuses further calls, waits for those inside, and frees; later calls return at once.
   *
   * <p>An interrupt does not cut the wait short; the interrupt flag is set again on return.
   */
  public void close() {
    synchronized (lock) {
      if (closed.getAndSet(true)) {
        return;
      }
    }
    boolean empty = false;
    try {
      empty = awaitEmpty(patience);
      if (!empty) {
        terminate.run();
        empty = awaitEmpty(lastPatience);
      }
    } finally {
      if (empty || !leaveToTheLast()) {
        free.run();
      }
    }
  }

  /** Has the last call free, if there is one. */
  private boolean leaveToTheLast() {
    synchronized (lock) {
      lastFrees = inside > 0;
      if (!lastFrees) {
        return false;
      }
    }
    LOG.warn(
        "{} is closed but still in use after {}; the last call to return frees its memory",
        name,
        DurationText.of(patience));
    return true;
  }

  /** On the thread of a call that has its answer already: a failure to free must not replace it. */
  private void freeAfterTheLastCall() {
    try {
      free.run();
    } catch (RuntimeException | Error e) {
      LOG.error("{} was closed, but freeing its memory failed", name, e);
    }
  }

  private boolean awaitEmpty(Duration time) {
    long deadline = Deadline.after(time);
    boolean interrupted = false;
    try {
      synchronized (lock) {
        closerWaits = true;
        while (inside > 0) {
          long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
          if (millis <= 0) {
            break;
          }
          try {
            lock.wait(millis);
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
        closerWaits = false;
        return inside == 0;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The name of what it guards. */
  @Override
  public String toString() {
    return name;
  }
}
