// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.runtime.bpu.status.Activity;
import io.github.bpu4j.runtime.bpu.status.NativeCalls;
import io.github.bpu4j.runtime.bpu.status.RequestFate;
import io.github.bpu4j.runtime.bpu.status.StatusCode;
import io.github.bpu4j.runtime.bpu.tensor.PictureInput;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One picture's place on the BPU.
 *
 * <p>Memory: {@link RequestTensors}, allocated once. An inference flushes the input to the device,
 * submits, waits once, releases the task, and flushes the scores back; nothing is allocated. The
 * memory is freed when the request is closed, or goes to quarantine when a task may still write it.
 */
final class BpuRequest implements InferRequest {
  private static final long FIRST_PAUSE_NANOS = 200_000;
  private static final long LONGEST_PAUSE_NANOS = 10_000_000;

  /** What libdnn's millisecond argument holds. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(Integer.MAX_VALUE - 1);

  private enum State {
    IDLE,
    RUNNING,
    SPENT,
    CLOSED
  }

  private final BpuModel model;
  private final RequestTensors tensors;
  private final Nv12Buffer input;
  private final Task task = new Task();
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
  private volatile boolean closeAsked;
  private volatile boolean exposed;
  private State next = State.IDLE;
  private boolean hasScores;
  private Quarantine.@Nullable Entry quarantined;

  BpuRequest(BpuModel model, RequestTensors tensors, PictureInput picture) {
    this.model = model;
    this.tensors = tensors;
    this.input =
        new Nv12Buffer(tensors.input().bytes(), picture.width(), picture.height(), picture.pitch());
  }

  @Override
  public Nv12Buffer input() {
    model.enter();
    try {
      State now = current();
      if (now == State.SPENT || now == State.CLOSED) {
        throw unusable(now);
      }
      exposed = true;
      return input;
    } finally {
      model.leave();
    }
  }

  @Override
  public void infer(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout " + timeout + ": expected more than 0");
    }
    model.enter();
    try {
      begin();
      try {
        run(timeout);
      } finally {
        end();
      }
    } finally {
      model.leave();
    }
  }

  @Override
  public void readScores(float[] target) {
    model.enter();
    try {
      State now = current();
      if (now != State.IDLE || !hasScores) {
        throw now == State.IDLE
            ? new IllegalStateException(
                "request of " + model + " has no scores yet; call infer first")
            : unusable(now);
      }
      model.scoreReader().read(tensors.scores().bytes(), target);
    } finally {
      model.leave();
    }
  }

  @Override
  public void close() {
    closeAsked = true;
    dispose();
  }

  /**
   * Frees the memory with the model's, unless the owner may be writing into it.
   *
   * @return whether it is freed
   */
  boolean closeWithModel() {
    if (!exposed) {
      close();
    }
    return !exposed;
  }

  private State current() {
    return Objects.requireNonNull(state.get());
  }

  private void begin() {
    if (!state.compareAndSet(State.IDLE, State.RUNNING)) {
      throw unusable(current());
    }
    hasScores = false;
    next = State.SPENT;
  }

  private void end() {
    state.set(next);
    if (closeAsked) {
      dispose();
    }
  }

  /** Lets go of the memory unless an inference runs, which then does it at its end. */
  private void dispose() {
    if (state.compareAndSet(State.IDLE, State.CLOSED)
        || state.compareAndSet(State.SPENT, State.CLOSED)) {
      model.retire(this, tensors, quarantined);
    }
  }

  private void run(Duration timeout) {
    refuseIfInterrupted();
    long deadline = System.nanoTime() + nanos(timeout);
    tensors.input().clean(Activity.INFERRING);
    long submittedAt = submit(deadline, timeout);
    int code = task.await(Task.millisUntil(deadline));
    task.release();
    if (Task.hasEnded(code)) {
      model.quarantine().taskEnded(submittedAt);
    }
    if (code != NativeCalls.SUCCESS) {
      throw failure(code, "hbDNNWaitTaskDone", RequestFate.QUARANTINED, timeout);
    }
    tensors.scores().invalidate();
    next = State.IDLE;
    hasScores = true;
  }

  /** Submits, again and again while the queue is full and time is left; returns when it did. */
  private long submit(long deadline, Duration timeout) {
    long pause = FIRST_PAUSE_NANOS;
    while (true) {
      long submittedAt = System.nanoTime();
      int code = task.submit(tensors, model.handle());
      if (code == NativeCalls.SUCCESS) {
        return submittedAt;
      }
      RequestFate fate = StatusCode.of(code).fate();
      if (task.exists()) {
        task.release();
        fate = RequestFate.QUARANTINED;
      }
      if (fate != RequestFate.KEPT || System.nanoTime() + pause - deadline > 0) {
        throw failure(code, "hbDNNInfer", fate, timeout);
      }
      LockSupport.parkNanos(this, pause);
      refuseIfInterrupted();
      pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
    }
  }

  private ClassifierException failure(
      int code, String function, RequestFate fate, Duration timeout) {
    if (fate == RequestFate.QUARANTINED) {
      quarantined = model.quarantine().add();
    }
    next = fate == RequestFate.KEPT ? State.IDLE : State.SPENT;
    return NativeCalls.failure(
        code, function, Activity.INFERRING, model + " gave no answer within " + timeout);
  }

  private void refuseIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new InferenceException(
          model + ": the thread was interrupted before the picture was submitted");
    }
  }

  private IllegalStateException unusable(State now) {
    return new IllegalStateException(
        switch (now) {
          case RUNNING -> "request of " + model + " is running on another thread; use one a thread";
          case SPENT -> "request of " + model + " failed before; close it and create another";
          default -> "request of " + model + " is closed; create another";
        });
  }

  private static long nanos(Duration timeout) {
    return timeout.compareTo(LONGEST_WAIT) < 0 ? timeout.toNanos() : LONGEST_WAIT.toNanos();
  }
}
