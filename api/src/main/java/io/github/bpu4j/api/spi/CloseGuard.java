// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Implements the closing rule of all owners of native memory: nothing is freed during a call.
 *
 * <p>A call runs between {@link #enter()} and {@link #leave()}, the latter in {@code finally};
 * neither allocates. {@link #close()} rejects further calls, waits for running ones, and frees. If
 * that takes longer than its patience, it returns, and the last call to leave frees. Either way
 * memory is freed exactly once.
 *
 * <p>If an owner becomes garbage without having been closed, an error is logged. Its memory is not
 * freed then because a native call may still use it.
 *
 * @since 0.1.0
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
   * Creates an open guard.
   *
   * @param name of the guarded object for messages, such as "model resnet18"
   * @param patience how long {@link #close()} waits for running calls
   * @param free frees the guarded object; runs once, on the thread that closes or leaves last
   */
  public CloseGuard(String name, Duration patience, Runnable free) {
    this(name, patience, () -> {}, Duration.ZERO, free);
  }

  /**
   * Creates an open guard whose calls can be ended early.
   *
   * @param name of the guarded object, for messages
   * @param patience how long {@link #close()} waits for running calls
   * @param terminate asks the calls that still run after that to end
   * @param lastPatience how long {@link #close()} then waits again
   * @param free frees the guarded object; runs once, on the thread that closes or leaves last
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
   * Enters; must be paired with {@link #leave()}.
   *
   * @throws IllegalStateException if closed; the message names the guarded object
   */
  public void enter() {
    synchronized (lock) {
      checkOpen();
      inside++;
    }
  }

  /** Leaves, and frees if the guard was closed meanwhile and this is the last call. */
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
   * Rejects use after close.
   *
   * @throws IllegalStateException if closed; the message names the guarded object
   */
  public void checkOpen() {
    if (closed.get()) {
      throw new IllegalStateException(name + " is closed; open a new one");
    }
  }

  /**
   * Rejects further calls, waits for running ones, and frees; calling it again has no effect.
   *
   * <p>An interrupt does not shorten the wait; the interrupt flag is set again on return.
   */
  public void close() {
    synchronized (lock) {
      if (closed.getAndSet(true)) {
        return;
      }
    }
    boolean empty = false;
    Duration waited = patience;
    try {
      empty = awaitEmpty(patience);
      if (!empty) {
        terminate.run();
        waited = patience.plus(lastPatience);
        empty = awaitEmpty(lastPatience);
      }
    } finally {
      if (empty || !leaveToTheLast(waited)) {
        free.run();
      }
    }
  }

  /** Lets the last running call free, if there is one. */
  private boolean leaveToTheLast(Duration waited) {
    synchronized (lock) {
      lastFrees = inside > 0;
      if (!lastFrees) {
        return false;
      }
    }
    LOG.warn(
        "{} is closed but still in use after {}; the last call to return frees its memory",
        name,
        DurationText.of(waited));
    return true;
  }

  /**
   * Runs on the thread of a call that already has its answer, which a failure to free must not
   * replace.
   */
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

  /** The name of the guarded object. */
  @Override
  public String toString() {
    return name;
  }
}
