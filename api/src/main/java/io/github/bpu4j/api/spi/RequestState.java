// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import io.github.bpu4j.api.error.InferenceException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides what may be done with a request now, and throws exceptions that say why something may
 * not.
 *
 * <p>An {@link InferRequest} has one of these in addition to its memory:
 *
 * <pre>{@code
 * long deadline = state.begin(timeout);
 * try {
 *   state.refuseInterrupted();
 *   run(deadline);
 *   state.answered();
 * } finally {
 *   state.end();
 * }
 * }</pre>
 *
 * <p>It holds the model's guard during a call, so that closing the model waits. Closing the request
 * during a call frees its memory when the call ends. A call that succeeds allocates nothing.
 *
 * @since 0.1.0
 */
public final class RequestState {
  private enum State {
    /** Usable, without scores. */
    IDLE,
    /** Usable, with scores. */
    ANSWERED,
    RUNNING,
    READING,
    /** Failed; it can only be closed. */
    SPENT,
    CLOSED
  }

  private final CloseGuard model;
  private final int classes;
  private final Runnable free;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
  private volatile boolean closing;

  /** The state after a run; written by the thread that runs. */
  private State next = State.IDLE;

  /**
   * Creates the state of a new request.
   *
   * @param model guards the model that the request belongs to
   * @param classes number of classes of the model
   * @param free frees the request's memory; runs once, when no call uses it
   */
  public RequestState(CloseGuard model, int classes, Runnable free) {
    this.model = Objects.requireNonNull(model, "model");
    this.classes = classes;
    this.free = Objects.requireNonNull(free, "free");
  }

  /**
   * Starts an inference, which must be ended with {@link #end()} and has failed unless reported
   * otherwise.
   *
   * @param timeout more than 0; more than a year counts as a year
   * @return the deadline of {@link System#nanoTime()}
   * @throws IllegalArgumentException if the timeout is not above 0
   * @throws IllegalStateException if model or request is closed, or the request is spent or in use
   */
  public long begin(Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException(
          "timeout " + DurationText.of(timeout) + ": expected more than 0");
    }
    long deadline = Deadline.after(timeout);
    model.enter();
    if (!move(State.ANSWERED, State.RUNNING) && !move(State.IDLE, State.RUNNING)) {
      model.leave();
      throw unusable();
    }
    next = State.SPENT;
    return deadline;
  }

  /**
   * Rejects the call of a thread that has been interrupted.
   *
   * @throws InferenceException if it has; the flag stays set
   */
  public void refuseInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new InferenceException(
          model + ": the thread was interrupted before the picture was submitted");
    }
  }

  /** Reports that the running inference has its scores. */
  public void answered() {
    next = State.ANSWERED;
  }

  /**
   * Reports that the running inference was not submitted: the request stays usable, without scores.
   */
  public void refused() {
    next = State.IDLE;
  }

  /** Ends the inference that {@link #begin} started. */
  public void end() {
    leave(next);
  }

  /**
   * Starts copying the scores, which must be ended with {@link #endReading()}.
   *
   * @param target where they are copied to
   * @throws IllegalArgumentException if the target is too short for all classes
   * @throws IllegalStateException if there are none, or model or request is closed, or the request
   *     is spent or in use
   */
  public void beginReading(float[] target) {
    if (target.length < classes) {
      throw new IllegalArgumentException(
          "a target of " + target.length + " scores: " + model + " gives " + classes);
    }
    model.enter();
    if (!move(State.ANSWERED, State.READING)) {
      model.leave();
      throw current() == State.IDLE && !closing
          ? new IllegalStateException(this + " has no scores yet; call infer first")
          : unusable();
    }
  }

  /** Ends the copying that {@link #beginReading} started. */
  public void endReading() {
    leave(State.ANSWERED);
  }

  /**
   * Checks that the request can still be used.
   *
   * @throws IllegalStateException if model or request is closed, or the request is spent
   */
  public void checkUsable() {
    model.checkOpen();
    if (closing || current() == State.SPENT || current() == State.CLOSED) {
      throw unusable();
    }
  }

  /** Frees the request's memory, now or when the running call ends; idempotent. */
  public void close() {
    closing = true;
    freeUnlessInUse();
  }

  /** Returns the text of messages about a timeout. */
  public String noAnswerWithin(Duration timeout) {
    return model + " gave no answer within " + DurationText.of(timeout);
  }

  private boolean move(State from, State to) {
    return !closing && state.compareAndSet(from, to);
  }

  /** The request's memory is freed before the model can be. */
  private void leave(State left) {
    try {
      state.set(left);
      if (closing) {
        freeUnlessInUse();
      }
    } finally {
      model.leave();
    }
  }

  private void freeUnlessInUse() {
    if (state.compareAndSet(State.IDLE, State.CLOSED)
        || state.compareAndSet(State.ANSWERED, State.CLOSED)
        || state.compareAndSet(State.SPENT, State.CLOSED)) {
      free.run();
    }
  }

  private State current() {
    return Objects.requireNonNull(state.get());
  }

  private IllegalStateException unusable() {
    if (closing) {
      return new IllegalStateException(this + " is closed; create another");
    }
    return new IllegalStateException(
        current() == State.SPENT
            ? this + " is spent by a failed inference; close it and create another"
            : this + " is in use by another thread; use one request per thread");
  }

  /** Returns the request's name in messages. */
  @Override
  public String toString() {
    return "request of " + model;
  }
}
