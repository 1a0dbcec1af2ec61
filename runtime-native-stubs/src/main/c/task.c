// SPDX-License-Identifier: Apache-2.0
#include "task.h"

#include "clock.h"
#include "control.h"
#include "handle.h"
#include "watch.h"

Task tasks[HB_DNN_MAX_TASKS];

static HandleTable table = {.kind = 3, .capacity = HB_DNN_MAX_TASKS};
static uint64_t last_serial;

void task_open(void) {
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    condition_create(&tasks[i].changed);
  }
}

Task *task_find(const void *handle) { return handle_find(&table, handle); }

Task *task_find_to_release(const void *handle) {
  HandleState state = handle_state(&table, handle);
  if (state == HANDLE_STALE) {
    misuse(MISUSE_DOUBLE_TASK_RELEASE, "task %p was released before", handle);
  } else if (state == HANDLE_FOREIGN) {
    misuse(MISUSE_FOREIGN_HANDLE, "task %p never came from here", handle);
  }
  return handle_object(&table, handle);
}

static void free_jobs(Task *task) {
  while (task->jobs != NULL) {
    Job *job = task->jobs;
    task->jobs = job->next;
    job_free(job);
  }
  task->job_count = 0;
}

static void set_packed(Task *task, Packed *packed) {
  task->packed = packed;
  packed->tasks++;
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

/* Null when all are in use. */
static Task *new_task(Packed *packed) {
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    Task *task = &tasks[i];
    if (task->state == TASK_FREE && task->waiters == 0) {
      task->handle = handle_issue(&table, task);
      set_packed(task, packed);
      control->live.tasks++;
      if (control->live.tasks > control->live.peak_tasks) {
        control->live.peak_tasks = control->live.tasks;
      }
      return task;
    }
  }
  return NULL;
}

/* The live task that a submit can continue or use again, or null. */
static Task *usable_task(const void *given) {
  Task *task = handle_object(&table, given);
  if (task != NULL && task->state == TASK_COLLECTING) {
    return task;
  }
  if (given != NULL) {
    misuse(MISUSE_TASK_NOT_NULL, "the task variable of a submit held %p", given);
  }
  return task != NULL && task->state == TASK_DONE && task->waiters == 0 ? task : NULL;
}

int32_t task_for_submit(Task **out, const void *given, Packed *packed,
                        const hbDNNInferCtrlParam *options) {
  Task *task = usable_task(given);
  if (task == NULL) {
    task = new_task(packed);
    if (task == NULL) {
      return HB_DNN_TASK_NUM_EXCEED_LIMIT;
    }
    reset(task, options);
  } else if (task->state == TASK_DONE) {
    task->packed->tasks--;
    set_packed(task, packed);
    reset(task, options);
  } else if (task->job_count == HB_DNN_MAX_BATCH) {
    return HB_DNN_TASK_BATCH_SIZE_EXCEED_LIMIT;
  }
  *out = task;
  return HB_DNN_SUCCESS;
}

/* Service times add up on the one core; what happens outside it happens side by side. */
static void add_time(Task *task, const Model *model, const Call *call) {
  int64_t service = control->service_ns;
  int64_t outside = control->outside_ns;
  task->service_ns += (service >= 0 ? service : model->service_ns) + call->slow_ns;
  outside = outside >= 0 ? outside : model->outside_ns;
  task->outside_ns = outside > task->outside_ns ? outside : task->outside_ns;
  task->stalls |= call->stalls;
}

void task_append(Task *task, Job *job, const Call *call) {
  job->corrupt = call->corrupts;
  add_time(task, job->model, call);
  Job **end = &task->jobs;
  while (*end != NULL) {
    end = &(*end)->next;
  }
  *end = job;
  task->job_count++;
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
}

void task_release(Task *task) {
  handle_retire(&table, task->handle);
  task->handle = NULL;
  task->packed->tasks--;
  control->live.tasks--;
  control->live.running -= task->state == TASK_QUEUED;
  if (task->state != TASK_RUNNING) {
    free_jobs(task);
    task->state = TASK_FREE;
  }
  if (task->waiters > 0) {
    pthread_cond_broadcast(&task->changed);
  }
}
