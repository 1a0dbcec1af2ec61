// SPDX-License-Identifier: Apache-2.0
#include "status.h"

#include "bpu4j/hb_dnn.h"

const char *status_text(int32_t code) {
  switch (code) {
    case HB_DNN_SUCCESS: return "success";
    case HB_DNN_INVALID_ARGUMENT: return "invalid argument";
    case HB_DNN_INVALID_MODEL: return "invalid model";
    case HB_DNN_MODEL_NUMBER_EXCEED_LIMIT: return "too many models in one handle";
    case HB_DNN_INVALID_PACKED_DNN_HANDLE: return "invalid packed handle";
    case HB_DNN_INVALID_DNN_HANDLE: return "invalid model handle";
    case HB_DNN_CAN_NOT_OPEN_FILE: return "file cannot be opened";
    case HB_DNN_OUT_OF_MEMORY: return "out of memory";
    case HB_DNN_TIMEOUT: return "time limit passed";
    case HB_DNN_TASK_NUM_EXCEED_LIMIT: return "too many tasks";
    case HB_DNN_TASK_BATCH_SIZE_EXCEED_LIMIT: return "chain or batch too long";
    case HB_DNN_INVALID_TASK_HANDLE: return "invalid task handle";
    case HB_DNN_RUN_TASK_FAILED: return "task failed";
    case HB_DNN_MODEL_IS_RUNNING: return "model is running";
    case HB_DNN_INCOMPATIBLE_MODEL: return "incompatible model";
    case HB_DNN_API_USE_ERROR: return "wrong use of the interface";
    case HB_DNN_MULTI_PROGRESS_USE_ERROR: return "wrong use by several processes";
    case HB_SYS_INVALID_ARGUMENT: return "invalid argument (memory)";
    case HB_SYS_OUT_OF_MEMORY: return "out of device memory";
    case HB_SYS_REGISTER_MEM_FAILED: return "memory cannot be registered";
    default: return "unknown code";
  }
}
