// SPDX-License-Identifier: Apache-2.0
#include "infer.h"

#include "clock.h"
#include "core.h"
#include "model.h"
#include "task.h"
#include "watch.h"

static const int64_t MILLISECOND = 1000000;

static int32_t check_options(const hbDNNInferCtrlParam *options) {
  bool valid = (options->bpuCoreId == HB_BPU_CORE_ANY || options->bpuCoreId == HB_BPU_CORE_0) &&
               options->priority >= HB_DNN_PRIORITY_LOWEST &&
               options->priority <= HB_DNN_PRIORITY_HIGHEST &&
               (options->more == 0 || options->more == 1);
  return valid ? HB_DNN_SUCCESS : HB_DNN_INVALID_ARGUMENT;
}

/* Puts the job into a task and that on the core; the job stays the caller's on failure. */
static int32_t submit_job(hbDNNTaskHandle_t *handle, Job *job, const hbDNNInferCtrlParam *options,
                          const Call *call) {
  Task *task;
  int32_t code = task_for_submit(&task, *handle, job->packed, options);
  if (code != HB_DNN_SUCCESS) {
    return code;
  }
  task_append(task, job, call);
  *handle = task->handle;
  if (options->more == 0) {
    core_submit(task);
  }
  return HB_DNN_SUCCESS;
}

static int32_t submit(hbDNNTaskHandle_t *handle, const Submission *submission,
                      hbDNNHandle_t model_handle, const hbDNNInferCtrlParam *options,
                      const Call *call) {
  Packed *packed = NULL;
  const Model *model = model_acquire(model_handle, &packed);
  if (model == NULL) {
    return HB_DNN_INVALID_DNN_HANDLE;
  }
  Job *job = NULL;
  int32_t code = check_options(options);
  if (code == HB_DNN_SUCCESS) {
    code = job_create(&job, submission, model, packed);
  }
  if (code != HB_DNN_SUCCESS) {
    packed_unref(packed);
    return code;
  }
  code = submit_job(handle, job, options, call);
  if (code != HB_DNN_SUCCESS) {
    job_free(job);
  }
  return code;
}

int32_t infer_submit(hbDNNTaskHandle_t *handle, const Submission *submission, hbDNNHandle_t model,
                     const hbDNNInferCtrlParam *options, const Call *call) {
  if (handle == NULL || submission->outputs == NULL || submission->inputs == NULL ||
      options == NULL) {
    return HB_DNN_INVALID_ARGUMENT;
  }
  state_lock();
  int32_t code = submit(handle, submission, model, options, call);
  state_unlock();
  return code;
}

/* The status of a finished task, which its client knows from now on. */
static int32_t report_status(Task *task) {
  task->waited = true;
  if (task->status == HB_DNN_SUCCESS) {
    views_mark_unread(task->serial);
  }
  return task->status;
}

/* Waits until the task is done or released, or the deadline passes; the code to return. */
static int32_t wait_until(Task *task, const void *handle, int64_t deadline) {
  for (;;) {
    int64_t now = clock_now();
    core_step(now);
    if (task->handle != handle) {
      return HB_DNN_INVALID_TASK_HANDLE;
    }
    if (task->state == TASK_DONE) {
      return report_status(task);
    }
    if (now >= deadline) {
      return HB_DNN_TIMEOUT;
    }
    if (task->state == TASK_RUNNING && task->done_at < deadline) {
      condition_wait_exactly(&task->changed, task->done_at);
    } else {
      condition_wait(&task->changed, deadline);
    }
  }
}

static int32_t wait_for(Task *task, const void *handle, int64_t deadline) {
  if (task->waited || task->waiters > 0) {
    misuse(MISUSE_WAITED_TWICE, "task %p", handle);
  }
  task->waiters++;
  int32_t code = wait_until(task, handle, deadline);
  task->waiters--;
  if (task->waiters == 0 && task->state == TASK_RUNNING) {
    core_wake();
  }
  return code;
}

int32_t infer_wait(hbDNNTaskHandle_t handle, int32_t timeout_ms) {
  int64_t deadline = timeout_ms > 0 ? clock_now() + timeout_ms * MILLISECOND : NEVER;
  state_lock();
  Task *task = task_find(handle);
  int32_t code = task == NULL                      ? HB_DNN_INVALID_TASK_HANDLE
                 : task->state == TASK_COLLECTING ? HB_DNN_API_USE_ERROR
                                                   : wait_for(task, handle, deadline);
  state_unlock();
  return code;
}

int32_t infer_release(hbDNNTaskHandle_t handle) {
  state_lock();
  Task *task = task_find_to_release(handle);
  if (task != NULL) {
    core_step(clock_now());
    if (task->waiters > 0) {
      misuse(MISUSE_RELEASED_WHILE_WAITING, "task %p", handle);
    }
    task_release(task);
    if (task->state == TASK_RUNNING) {
      core_wake();
    }
  }
  state_unlock();
  return task != NULL ? HB_DNN_SUCCESS : HB_DNN_INVALID_TASK_HANDLE;
}

int32_t infer_set_callback(hbDNNTaskHandle_t handle, hbDNNTaskDoneCb callback, void *user) {
  state_lock();
  Task *task = task_find(handle);
  int32_t code = task == NULL       ? HB_DNN_INVALID_TASK_HANDLE
                 : callback == NULL ? HB_DNN_INVALID_ARGUMENT
                                    : HB_DNN_SUCCESS;
  if (code == HB_DNN_SUCCESS) {
    task->callback = callback;
    task->user = user;
    if (task->state == TASK_DONE) {
      core_wake();
    }
  }
  state_unlock();
  return code;
}
