// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.DurationText;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.RequestState;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.runtime.bpu.status.Activity;
import io.github.bpu4j.runtime.bpu.status.NativeCalls;
import io.github.bpu4j.runtime.bpu.status.RequestFate;
import io.github.bpu4j.runtime.bpu.status.StatusCode;
import io.github.bpu4j.runtime.bpu.tensor.PictureInput;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A request on the BPU.
 *
 * <p>Memory: {@link RequestTensors}, allocated once. An inference flushes the input to the device,
 * submits, waits once, releases the task, and flushes the scores back; nothing is allocated. The
 * memory is freed when the request is closed, or quarantined if a task may still write to it.
 */
final class BpuRequest implements InferRequest {
  private static final long FIRST_PAUSE_NANOS = 200_000;
  private static final long LONGEST_PAUSE_NANOS = 10_000_000;

  private final BpuModel model;
  private final RequestTensors tensors;
  private final Nv12Buffer input;
  private final Task task = new Task();
  private final RequestState state;
  private volatile boolean exposed;
  private Quarantine.@Nullable Entry quarantined;

  BpuRequest(BpuModel model, RequestTensors tensors, PictureInput picture) {
    this.model = model;
    this.tensors = tensors;
    this.input =
        new Nv12Buffer(tensors.input().bytes(), picture.width(), picture.height(), picture.pitch());
    this.state = new RequestState(model.guard(), model.info().classes(), this::free);
  }

  @Override
  public Nv12Buffer input() {
    // Inside the guard, so that a model being freed sees that the input was handed out.
    model.guard().enter();
    try {
      state.checkUsable();
      exposed = true;
      return input;
    } finally {
      model.guard().leave();
    }
  }

  @Override
  public void infer(Duration timeout) {
    long deadline = state.begin(timeout);
    try {
      run(deadline, timeout);
      state.answered();
    } finally {
      state.end();
    }
  }

  @Override
  public void readScores(float[] target) {
    state.beginReading(target);
    try {
      model.scoreReader().read(tensors.scores().bytes(), target);
    } finally {
      state.endReading();
    }
  }

  @Override
  public void close() {
    state.close();
  }

  /**
   * Frees the memory together with the model's, unless the owner may be writing to it.
   *
   * @return whether it was freed
   */
  boolean closeWithModel() {
    if (!exposed) {
      close();
    }
    return !exposed;
  }

  private void free() {
    model.retire(this, tensors, quarantined);
  }

  private void run(long deadline, Duration timeout) {
    state.refuseInterrupted();
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
  }

  /**
   * Submits, and retries while the queue is full and there is time left; returns when it succeeded.
   */
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
      state.refuseInterrupted();
      pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
    }
  }

  private ClassifierException failure(
      int code, String function, RequestFate fate, Duration timeout) {
    if (fate == RequestFate.QUARANTINED) {
      quarantined = model.quarantine().add();
    }
    if (fate == RequestFate.KEPT) {
      state.refused();
    }
    return NativeCalls.failure(code, function, Activity.INFERRING, what(code, timeout));
  }

  private String what(int code, Duration timeout) {
    return switch (StatusCode.of(code)) {
      case HB_DNN_TIMEOUT -> state.noAnswerWithin(timeout);
      case HB_DNN_TASK_NUM_EXCEED_LIMIT ->
          model + " had no room for the picture within " + DurationText.of(timeout);
      default -> model + " failed to classify the picture";
    };
  }
}
