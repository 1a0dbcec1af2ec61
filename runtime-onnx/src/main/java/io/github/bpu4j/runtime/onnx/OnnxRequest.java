// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.time.Duration;

/**
 * One picture in flight on the CPU.
 *
 * <p>The picture is answered on the caller's thread. A run that outlasts its timeout is ended by
 * the model's {@link Watchdog} between two operators of the network, and an answer that comes late
 * all the same counts as none.
 */
final class OnnxRequest implements InferRequest {
  private enum State {
    NEW,
    RUNNING,
    ANSWERED,
    SPENT,
    CLOSED
  }

  private static final Duration LONGEST = Duration.ofDays(365);

  private final OnnxModel model;
  private final RequestTensors tensors;
  private final Watchdog.Alarm alarm;
  private State state = State.NEW;
  private boolean closing;

  OnnxRequest(OnnxModel model, RequestTensors tensors, Watchdog watchdog) {
    this.model = model;
    this.tensors = tensors;
    this.alarm = watchdog.alarm(tensors.options());
  }

  @Override
  public synchronized Nv12Buffer input() {
    checkUsable();
    return tensors.picture();
  }

  @Override
  public void infer(Duration timeout) {
    long nanos = nanos(timeout);
    model.gate().enter();
    try {
      begin();
      boolean answered = false;
      try {
        run(nanos, timeout);
        answered = true;
      } finally {
        end(answered);
      }
    } finally {
      model.gate().leave();
    }
  }

  private static long nanos(Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout: got " + timeout + ", expected more than 0");
    }
    return (timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout).toNanos();
  }

  private synchronized void begin() {
    checkUsable();
    if (state == State.RUNNING) {
      throw new IllegalStateException(
          "request of " + name() + " is running; use a request from one thread at a time");
    }
    state = State.RUNNING;
  }

  private void run(long nanos, Duration timeout) {
    if (Thread.currentThread().isInterrupted()) {
      throw new InferenceException("interrupted before " + name() + " ran");
    }
    long deadline = System.nanoTime() + nanos;
    boolean ended = false;
    OrtException failure = null;
    alarm.arm(deadline);
    try {
      tensors.run();
    } catch (OrtException e) {
      failure = e;
    } finally {
      ended = alarm.disarm();
    }
    if (System.nanoTime() - deadline > 0) {
      throw new InferenceTimeoutException(
          name() + " did not answer within " + timeout.toNanos() / 1e6 + " ms; allow more time");
    }
    if (ended) {
      throw new InferenceException(name() + " was closed while it ran");
    }
    if (failure != null) {
      throw new InferenceException(
          name() + " failed: " + OrtErrors.message(failure), OrtErrors.status("OrtRun", failure));
    }
  }

  private synchronized void end(boolean answered) {
    state = answered ? State.ANSWERED : State.SPENT;
    if (closing) {
      free();
    }
  }

  @Override
  public synchronized void readScores(float[] target) {
    checkUsable();
    if (state != State.ANSWERED) {
      throw new IllegalStateException("request of " + name() + " has no scores yet; infer first");
    }
    int classes = model.info().classes();
    if (target.length < classes) {
      throw new IllegalArgumentException(
          "target of " + target.length + " scores: " + name() + " gives " + classes);
    }
    tensors.scores(target, classes);
  }

  @Override
  public synchronized void close() {
    if (state == State.RUNNING) {
      closing = true;
    } else if (state != State.CLOSED) {
      free();
    }
  }

  private void free() {
    state = State.CLOSED;
    alarm.remove();
    tensors.close();
    model.forget(this);
  }

  private void checkUsable() {
    if (state == State.CLOSED || closing) {
      throw new IllegalStateException("request of " + name() + " is closed; create another");
    }
    if (model.gate().isClosed()) {
      throw new IllegalStateException(name() + " is closed; open a new one");
    }
    if (state == State.SPENT) {
      throw new IllegalStateException(
          "request of " + name() + " is spent by a failed inference; close it, create another");
    }
  }

  private String name() {
    return "model " + model.info().name();
  }
}
