// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.RequestState;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.time.Duration;

/**
 * A request on the CPU.
 *
 * <p>Inference runs on the caller's thread. The model's {@link Watchdog} ends a run that exceeds
 * its timeout between two operators of the model, and an answer that arrives late is discarded.
 */
final class OnnxRequest implements InferRequest {
  private final OnnxModel model;
  private final RequestTensors tensors;
  private final Watchdog.Alarm alarm;
  private final RequestState state;

  OnnxRequest(OnnxModel model, RequestTensors tensors) {
    this.model = model;
    this.tensors = tensors;
    this.alarm = model.watchdog().alarm(tensors.options());
    this.state = new RequestState(model.guard(), model.info().classes(), this::free);
  }

  @Override
  public Nv12Buffer input() {
    state.checkUsable();
    return tensors.picture();
  }

  @Override
  public void infer(Duration timeout) {
    long deadline = state.begin(timeout);
    try {
      state.refuseInterrupted();
      run(deadline, timeout);
      state.answered();
    } finally {
      state.end();
    }
  }

  private void run(long deadline, Duration timeout) {
    boolean terminated = false;
    OrtException failure = null;
    alarm.arm(deadline);
    try {
      tensors.run();
    } catch (OrtException e) {
      failure = e;
    } finally {
      terminated = alarm.disarm();
    }
    boolean late = System.nanoTime() - deadline > 0;
    if (late && (terminated || failure == null)) {
      throw new InferenceTimeoutException(state.noAnswerWithin(timeout) + "; allow more time");
    }
    if (terminated) {
      throw new InferenceException(model + " was closed while it ran");
    }
    if (failure != null) {
      throw new InferenceException(
          model + " failed: " + OrtErrors.message(failure), OrtErrors.status("OrtRun", failure));
    }
  }

  @Override
  public void readScores(float[] target) {
    state.beginReading(target);
    try {
      tensors.scores(target, model.info().classes());
    } finally {
      state.endReading();
    }
  }

  @Override
  public void close() {
    state.close();
  }

  private void free() {
    alarm.remove();
    tensors.close();
    model.forget(this);
  }
}
