// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNHandle_t;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNTaskHandle_t;
import io.github.bpu4j.runtime.bpu.status.NativeCalls;
import io.github.bpu4j.runtime.bpu.status.StatusCode;
import java.util.concurrent.TimeUnit;

/**
 * The native task of one inference: submitted, waited for once, released exactly once.
 *
 * <p>Memory: the library owns the task from {@link #submit} to {@link #release}; this object is
 * reused and allocates nothing.
 */
final class Task {
  private final hbDNNTaskHandle_t handle = new hbDNNTaskHandle_t();

  /** The status of the submission; the task exists after success only. */
  int submit(RequestTensors tensors, hbDNNHandle_t model) {
    handle.setNull();
    return Dnn.hbDNNInfer(
        handle, tensors.outputsCell(), tensors.inputs(), model, tensors.control());
  }

  /** Whether there is a task to release. */
  boolean exists() {
    return !handle.isNull();
  }

  /**
   * Waits once, with a time limit; libdnn takes zero for no limit.
   *
   * @param millis more than 0
   */
  int await(int millis) {
    return Dnn.hbDNNWaitTaskDone(handle, millis);
  }

  /** Whether a wait's status says that the task has ended, by success or failure. */
  static boolean hasEnded(int code) {
    return code == NativeCalls.SUCCESS || code == StatusCode.HB_DNN_RUN_TASK_FAILED.code();
  }

  /** The milliseconds left for a wait: at least 1, since libdnn takes 0 for no limit. */
  static int millisUntil(long deadline) {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime() + 999_999);
    return (int) Math.min(Math.max(1, left), Integer.MAX_VALUE);
  }

  void release() {
    int code = Dnn.hbDNNReleaseTask(handle);
    handle.setNull();
    NativeCalls.checkQuietly(code, "hbDNNReleaseTask", "releasing a task");
  }
}
