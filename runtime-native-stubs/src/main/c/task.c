// SPDX-License-Identifier: Apache-2.0
#include "task.h"

#include "clock.h"
#include "control.h"
#include "core.h"
#include "handle.h"
#include "model.h"
#include "watch.h"

static const int64_t MILLISECOND = 1000000;

Task tasks[HB_DNN_MAX_TASKS];

static HandleTable table = {.kind = 3, .capacity = HB_DNN_MAX_TASKS};
static uint64_t last_serial;

void task_open(void) {
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    condition_create(&tasks[i].changed);
  }
}

static void free_jobs(Task *task) {
  while (task->jobs != NULL) {
    Job *job = task->jobs;
    task->jobs = job->next;
    job_free(job);
  }
  task->job_count = 0;
}

void task_finish(Task *task, int32_t status) {
  free_jobs(task);
  task->status = status;
  task->state = task->handle != NULL ? TASK_DONE : TASK_FREE;
  control->live.running--;
  control->live.finished++;
  if (task->waiters > 0) {
    pthread_cond_broadcast(&task->changed);
  }
  if (task->callback != NULL && task->state == TASK_DONE) {
    core_wake();
  }
}

static Task *new_task(Packed *packed) {
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    Task *task = &tasks[i];
    if (task->state == TASK_FREE && task->waiters == 0) {
      task->handle = handle_issue(&table, task);
      task->packed = packed;
      packed->tasks++;
      control->live.tasks++;
      if (control->live.tasks > control->live.peak_tasks) {
        control->live.peak_tasks = control->live.tasks;
      }
      return task;
    }
  }
  return NULL;
}

/* Makes the task ready to collect jobs. */
static void reset(Task *task, const hbDNNInferCtrlParam *options) {
  task->state = TASK_COLLECTING;
  task->serial = ++last_serial;
  task->priority = options->priority;
  task->custom_id = options->customId;
  task->service_ns = 0;
  task->outside_ns = 0;
  task->stalls = false;
  task->waited = false;
  task->callback = NULL;
}

static void drop(Task *task) {
  free_jobs(task);
  handle_retire(&table, task->handle);
  task->handle = NULL;
  task->packed->tasks--;
  control->live.tasks--;
}

/*
 * The task that a submit continues or uses again: a chain that still collects, or one that is done
 * and was never released, which the vendor's own clients pass again. Null = a new one.
 */
static Task *task_to_go_on_with(void *given) {
  Task *task = handle_object(&table, given);
  if (task != NULL && task->state == TASK_COLLECTING) {
    return task;
  }
  if (given != NULL) {
    misuse(MISUSE_TASK_NOT_NULL, "the task variable of a submit held %p", given);
  }
  return task != NULL && task->state == TASK_DONE && task->waiters == 0 ? task : NULL;
}

static int32_t check_options(const hbDNNInferCtrlParam *options) {
  bool valid = (options->bpuCoreId == HB_BPU_CORE_ANY || options->bpuCoreId == HB_BPU_CORE_0) &&
               options->priority >= HB_DNN_PRIORITY_LOWEST &&
               options->priority <= HB_DNN_PRIORITY_HIGHEST &&
               (options->more == 0 || options->more == 1);
  return valid ? HB_DNN_SUCCESS : HB_DNN_INVALID_ARGUMENT;
}

static void append(Task *task, Job *job, const Call *call) {
  int64_t service = control->service_ns;
  int64_t outside = control->outside_ns;
  job->corrupt = call->corrupts;
  task->service_ns += (service >= 0 ? service : job->model->service_ns) + call->slow_ns;
  outside = outside >= 0 ? outside : job->model->outside_ns;
  task->outside_ns = outside > task->outside_ns ? outside : task->outside_ns;
  task->stalls |= call->stalls;
  Job **end = &task->jobs;
  while (*end != NULL) {
    end = &(*end)->next;
  }
  *end = job;
  task->job_count++;
}

/* Puts the job into a task; the job stays the caller's on failure. */
static int32_t place(Task **out, void *given, Job *job, const hbDNNInferCtrlParam *options) {
  Task *task = task_to_go_on_with(given);
  if (task == NULL) {
    task = new_task(job->packed);
    if (task == NULL) {
      return HB_DNN_TASK_NUM_EXCEED_LIMIT;
    }
    reset(task, options);
  } else if (task->state == TASK_DONE) {
    task->packed->tasks--;
    task->packed = job->packed;
    task->packed->tasks++;
    reset(task, options);
  } else if (task->job_count == HB_DNN_MAX_BATCH) {
    return HB_DNN_TASK_BATCH_SIZE_EXCEED_LIMIT;
  }
  *out = task;
  return HB_DNN_SUCCESS;
}

static int32_t submit(hbDNNTaskHandle_t *handle, const Submission *submission,
                      hbDNNHandle_t model_handle, const hbDNNInferCtrlParam *options,
                      const Call *call) {
  int32_t code = check_options(options);
  Packed *packed = NULL;
  const Model *model = model_use(model_handle, &packed);
  if (model == NULL) {
    return HB_DNN_INVALID_DNN_HANDLE;
  }
  Job *job = NULL;
  if (code == HB_DNN_SUCCESS) {
    code = job_create(&job, submission, model, packed);
  }
  if (code != HB_DNN_SUCCESS) {
    packed_unuse(packed);
    return code;
  }
  Task *task;
  code = place(&task, *handle, job, options);
  if (code != HB_DNN_SUCCESS) {
    job_free(job);
    return code;
  }
  append(task, job, call);
  *handle = task->handle;
  if (options->more == 0) {
    control->live.running++;
    core_submit(task);
  }
  return HB_DNN_SUCCESS;
}

int32_t task_submit(hbDNNTaskHandle_t *handle, const Submission *submission, hbDNNHandle_t model,
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

/* Waits until the task is done or gone, or the deadline passes; the code to return. */
static int32_t await(Task *task, void *handle, int64_t deadline) {
  for (;;) {
    int64_t now = clock_now();
    core_step(now);
    if (task->handle != handle) {
      return HB_DNN_INVALID_TASK_HANDLE;
    }
    if (task->state == TASK_DONE) {
      task->waited = true;
      if (task->status == HB_DNN_SUCCESS) {
        views_owe_invalidation(task->serial);
      }
      return task->status;
    }
    if (now >= deadline) {
      return HB_DNN_TIMEOUT;
    }
    if (task->state == TASK_RUNNING && task->done_at < deadline) {
      condition_wait_awake(&task->changed, task->done_at);
    } else {
      condition_wait(&task->changed, deadline);
    }
  }
}

int32_t task_wait(hbDNNTaskHandle_t handle, int32_t timeout_ms) {
  int64_t deadline = timeout_ms > 0 ? clock_now() + timeout_ms * MILLISECOND : NEVER;
  state_lock();
  int32_t code;
  Task *task = handle_find(&table, handle);
  if (task == NULL) {
    code = HB_DNN_INVALID_TASK_HANDLE;
  } else if (task->state == TASK_COLLECTING) {
    code = HB_DNN_API_USE_ERROR;
  } else {
    if (task->waited || task->waiters > 0) {
      misuse(MISUSE_WAITED_TWICE, "task %p", handle);
    }
    task->waiters++;
    code = await(task, handle, deadline);
    task->waiters--;
    if (task->waiters == 0 && task->state == TASK_RUNNING) {
      core_wake();
    }
  }
  state_unlock();
  return code;
}

static int32_t refuse_release(const void *handle) {
  if (handle_state(&table, handle) == HANDLE_STALE) {
    misuse(MISUSE_DOUBLE_TASK_RELEASE, "task %p was released before", handle);
  } else if (handle != NULL) {
    misuse(MISUSE_FOREIGN_HANDLE, "task %p never came from here", handle);
  }
  return HB_DNN_INVALID_TASK_HANDLE;
}

int32_t task_release(hbDNNTaskHandle_t handle) {
  state_lock();
  Task *task = handle_object(&table, handle);
  int32_t code = task != NULL ? HB_DNN_SUCCESS : refuse_release(handle);
  if (task != NULL) {
    core_step(clock_now());
    if (task->waiters > 0) {
      misuse(MISUSE_RELEASED_WHILE_WAITING, "task %p", handle);
    }
    control->live.running -= task->state == TASK_QUEUED;
    bool runs = task->state == TASK_RUNNING;
    Job *jobs = task->jobs;
    task->jobs = runs ? NULL : jobs;
    drop(task);
    task->jobs = runs ? jobs : NULL;
    task->state = runs ? TASK_RUNNING : TASK_FREE;
    if (task->waiters > 0) {
      pthread_cond_broadcast(&task->changed);
    }
    if (runs) {
      core_wake();
    }
  }
  state_unlock();
  return code;
}

int32_t task_callback(hbDNNTaskHandle_t handle, hbDNNTaskDoneCb callback, void *user) {
  state_lock();
  Task *task = handle_find(&table, handle);
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
