// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.status;

import static io.github.bpu4j.runtime.bpu.status.ExceptionKind.BUSY;
import static io.github.bpu4j.runtime.bpu.status.ExceptionKind.INCOMPATIBLE_MODEL;
import static io.github.bpu4j.runtime.bpu.status.ExceptionKind.INFERENCE;
import static io.github.bpu4j.runtime.bpu.status.ExceptionKind.INFERENCE_TIMEOUT;
import static io.github.bpu4j.runtime.bpu.status.ExceptionKind.MODEL_LOAD;
import static io.github.bpu4j.runtime.bpu.status.RequestFate.DISCARDED;
import static io.github.bpu4j.runtime.bpu.status.RequestFate.KEPT;
import static io.github.bpu4j.runtime.bpu.status.RequestFate.QUARANTINED;

import java.util.HashMap;
import java.util.Map;

/**
 * Every status code of libdnn with what the SDK does about it; docs/errors.md shows the same rows.
 *
 * <p>A failed wait always quarantines the request, with any code.
 */
public enum StatusCode {
  HB_DNN_INVALID_ARGUMENT(
      -6000001,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "check the chosen core (the X5 has core 0 alone) and that the model is for this board"),
  HB_DNN_INVALID_MODEL(
      -6000002,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "the file is not a compiled model or is damaged: copy it again, or compile it for bayes-e"),
  HB_DNN_MODEL_NUMBER_EXCEED_LIMIT(
      -6000003, MODEL_LOAD, INFERENCE, false, DISCARDED, "too many models in one file: pack fewer"),
  HB_DNN_INVALID_PACKED_DNN_HANDLE(
      -6000004,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "the model was released before: open it again, and report this as a defect of bpu4j"),
  HB_DNN_INVALID_DNN_HANDLE(
      -6000005,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "the model was released before: open it again, and report this as a defect of bpu4j"),
  HB_DNN_CAN_NOT_OPEN_FILE(
      -6000006,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "check the path and that this user may read the file"),
  HB_DNN_OUT_OF_MEMORY(
      -6000007,
      MODEL_LOAD,
      INFERENCE,
      true,
      DISCARDED,
      "close other models, lower the concurrency, or free the camera's buffers, then retry"),
  HB_DNN_TIMEOUT(
      -6000008,
      MODEL_LOAD,
      INFERENCE_TIMEOUT,
      true,
      QUARANTINED,
      "raise the timeout or send fewer pictures at once; if every picture times out, restart"
          + " the process"),
  HB_DNN_TASK_NUM_EXCEED_LIMIT(
      -6000009,
      BUSY,
      BUSY,
      true,
      KEPT,
      "too many tasks in flight in this process: lower the concurrency or raise the timeout"),
  HB_DNN_TASK_BATCH_SIZE_EXCEED_LIMIT(
      -6000010,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "report this as a defect of bpu4j: it submits one picture at a time"),
  HB_DNN_INVALID_TASK_HANDLE(
      -6000011,
      MODEL_LOAD,
      INFERENCE,
      false,
      QUARANTINED,
      "report this as a defect of bpu4j: the task was released before"),
  HB_DNN_RUN_TASK_FAILED(
      -6000012,
      MODEL_LOAD,
      INFERENCE,
      true,
      QUARANTINED,
      "the BPU or its driver failed: retry; if it comes again, see dmesg and restart the board"),
  HB_DNN_MODEL_IS_RUNNING(
      -6000013,
      MODEL_LOAD,
      INFERENCE,
      true,
      QUARANTINED,
      "the model still runs: wait for its tasks, then retry"),
  HB_DNN_INCOMPATIBLE_MODEL(
      -6000014,
      INCOMPATIBLE_MODEL,
      INFERENCE,
      false,
      DISCARDED,
      "the model is for another BPU or a newer runtime: compile it for bayes-e, or update the"
          + " package hobot-dnn"),
  HB_DNN_API_USE_ERROR(
      -6000015,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "report this as a defect of bpu4j: it called in the wrong order"),
  HB_DNN_MULTI_PROGRESS_USE_ERROR(
      -6000016,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "stop the other process or the service that claims the BPU (dnn_server), then retry"),
  HB_SYS_INVALID_ARGUMENT(
      -6000129,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "report this as a defect of bpu4j: it passed a memory block that is not one"),
  HB_SYS_OUT_OF_MEMORY(
      -6000130,
      MODEL_LOAD,
      INFERENCE,
      true,
      DISCARDED,
      "the device's memory pool is used up: close other models, lower the concurrency, or free"
          + " the camera's buffers"),
  HB_SYS_REGISTER_MEM_FAILED(
      -6000131,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "the memory cannot be imported: copy the picture in place of sharing it"),
  BPU4J_NOT_AVAILABLE(
      -1,
      MODEL_LOAD,
      INFERENCE,
      false,
      DISCARDED,
      "this libdnn lacks the function: update the package hobot-dnn"),
  /** Any code without a row of its own; the raw number is kept in the exception. */
  UNKNOWN(
      Integer.MIN_VALUE,
      MODEL_LOAD,
      INFERENCE,
      false,
      QUARANTINED,
      "the code is not known to bpu4j: look for the library's own lines in the log");

  private static final Map<Integer, StatusCode> BY_CODE = new HashMap<>();

  static {
    for (StatusCode status : values()) {
      BY_CODE.put(status.code, status);
    }
  }

  private final int code;
  private final ExceptionKind whileOpening;
  private final ExceptionKind whileInferring;
  private final boolean retryable;
  private final RequestFate fate;
  private final String remedy;

  StatusCode(
      int code,
      ExceptionKind whileOpening,
      ExceptionKind whileInferring,
      boolean retryable,
      RequestFate fate,
      String remedy) {
    this.code = code;
    this.whileOpening = whileOpening;
    this.whileInferring = whileInferring;
    this.retryable = retryable;
    this.fate = fate;
    this.remedy = remedy;
  }

  /** The row of a code, or {@link #UNKNOWN}. */
  public static StatusCode of(int code) {
    return BY_CODE.getOrDefault(code, UNKNOWN);
  }

  public int code() {
    return code;
  }

  public ExceptionKind whileOpening() {
    return whileOpening;
  }

  public ExceptionKind whileInferring() {
    return whileInferring;
  }

  public boolean retryable() {
    return retryable;
  }

  public RequestFate fate() {
    return fate;
  }

  public String remedy() {
    return remedy;
  }
}
