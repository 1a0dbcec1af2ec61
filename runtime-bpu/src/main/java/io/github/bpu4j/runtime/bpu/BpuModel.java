// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.CloseGuard;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNHandle_t;
import io.github.bpu4j.runtime.bpu.status.NativeCalls;
import io.github.bpu4j.runtime.bpu.tensor.ScoreReader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model on the BPU.
 *
 * <p>Memory: owns the packed model, which is released when this is closed and none of its tasks can
 * run any more. Requests own their memory: a request whose input was never handed out is freed with
 * the model, any other when its owner closes it, because that owner may be writing to it.
 */
final class BpuModel implements ClassificationModel {
  private static final Logger LOG = LoggerFactory.getLogger(BpuModel.class);

  private static final long CANARY_PAUSE_MILLIS = 5;

  private final NativeModel nativeModel;
  private final ModelInfo info;
  private final BpuOptions options;
  private final CloseGuard guard;
  private final Quarantine quarantine;
  private final Set<BpuRequest> requests = ConcurrentHashMap.newKeySet();

  BpuModel(NativeModel nativeModel, ModelInfo info, BpuOptions options) {
    this.nativeModel = nativeModel;
    this.info = info;
    this.options = options;
    this.quarantine = new Quarantine(options.quarantineGrace().toNanos());
    this.guard = new CloseGuard(toString(), options.closeTimeout(), this::free);
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public InferRequest createRequest() {
    guard.enter();
    try {
      quarantine.checkRoom(toString());
      BpuRequest request =
          new BpuRequest(this, nativeModel.allocate(options), nativeModel.picture());
      requests.add(request);
      return request;
    } finally {
      guard.leave();
    }
  }

  @Override
  public void close() {
    guard.close();
  }

  CloseGuard guard() {
    return guard;
  }

  hbDNNHandle_t handle() {
    return nativeModel.handle();
  }

  ScoreReader scoreReader() {
    return nativeModel.scoreReader();
  }

  Quarantine quarantine() {
    return quarantine;
  }

  /**
   * Takes over a closed request's memory, to be freed now or when no task can write to it any more.
   */
  void retire(BpuRequest request, RequestTensors tensors, Quarantine.@Nullable Entry entry) {
    requests.remove(request);
    if (entry == null) {
      tensors.free();
    } else {
      quarantine.take(entry, tensors);
    }
  }

  private void free() {
    closeRequests();
    proveThatTasksEnded();
    if (!quarantine.isEmpty()) {
      Pauses.sleep(options.quarantineGrace().toMillis());
    }
    if (quarantine.close()) {
      nativeModel.release();
    } else {
      LOG.error(
          "{}: the BPU may still write memory of pictures that failed or timed out; that memory"
              + " and the model are kept until the process ends",
          this);
    }
  }

  private void closeRequests() {
    long writable = requests.stream().filter(request -> !request.closeWithModel()).count();
    if (writable > 0) {
      LOG.warn(
          "{} is closed but {} requests are not; the input memory of each is freed when it is"
              + " closed, since its owner may be writing there",
          this,
          writable);
    }
  }

  /** Runs further tasks until one ends: then all tasks released before it have ended too. */
  private void proveThatTasksEnded() {
    long deadline = System.nanoTime() + options.closeTimeout().toNanos();
    while (quarantine.isUnsettled() && System.nanoTime() - deadline < 0) {
      try {
        runCanary(nativeModel.allocate(options), deadline);
      } catch (ClassifierException e) {
        LOG.warn("{}: cannot prove yet that its failed tasks have ended", this, e);
        Pauses.sleep(CANARY_PAUSE_MILLIS);
      }
    }
  }

  private void runCanary(RequestTensors tensors, long deadline) {
    Task task = new Task();
    long submittedAt = System.nanoTime();
    int code = task.submit(tensors, handle());
    if (!task.exists()) {
      tensors.free();
      NativeCalls.checkQuietly(code, "hbDNNInfer", "closing " + this);
      Pauses.sleep(CANARY_PAUSE_MILLIS);
      return;
    }
    code = task.await(Task.millisUntil(deadline));
    task.release();
    if (Task.hasEnded(code)) {
      quarantine.taskEnded(submittedAt);
      Pauses.sleep(code == NativeCalls.SUCCESS ? 0 : options.quarantineGrace().toMillis());
      tensors.scores().invalidateQuietly();
      tensors.free();
    } else {
      quarantine.take(quarantine.add(), tensors);
    }
  }

  @Override
  public String toString() {
    return "model " + info.name();
  }
}
