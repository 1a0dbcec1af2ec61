// SPDX-License-Identifier: Apache-2.0
/*
 * The table of tasks: their handles, their jobs and how far they got. What a client does to a task
 * stands in infer.h, and what moves it on in core.h; this file calls neither. All but task_open
 * with the state lock held.
 */
#ifndef STUB_TASK_H
#define STUB_TASK_H

#include <pthread.h>

#include "call.h"
#include "job.h"

typedef enum {
  TASK_FREE,
  TASK_COLLECTING, /* the client announced more submits */
  TASK_QUEUED,
  TASK_RUNNING, /* on the core, or between its end there and done_at */
  TASK_DONE
} TaskState;

typedef struct {
  TaskState state;
  void *handle; /* null once the client released it */
  uint64_t serial;
  Job *jobs; /* until done */
  int32_t job_count;
  Packed *packed;
  int32_t status; /* when done */
  int32_t priority;
  int64_t custom_id;
  int64_t submitted_at;
  int64_t service_ns;
  int64_t outside_ns;
  int64_t done_at; /* when running; NEVER while it stalls */
  bool stalls;
  uint32_t stall_ticket;
  bool waited; /* a wait returned its status */
  int waiters;
  hbDNNTaskDoneCb callback;
  void *user;
  pthread_cond_t changed;
} Task;

extern Task tasks[HB_DNN_MAX_TASKS];

/* Once, before anything else. */
void task_open(void);

/* The task of a live handle, or null; a stale or foreign handle counts as misuse. */
Task *task_find(const void *handle);
/* The same for a release, where a stale handle is a double release. */
Task *task_find_to_release(const void *handle);

/*
 * Fills *out with the task that one more submit belongs to. given is what the client's variable
 * holds: a chain that still collects is continued; a finished task is used again, because the
 * vendor's own clients pass one that they never released; for anything else there is a new task.
 */
int32_t task_for_submit(Task **out, const void *given, Packed *packed,
                        const hbDNNInferCtrlParam *options);
/* Adds a job and the time that it takes. */
void task_append(Task *task, Job *job, const Call *call);
/* Ends a running or stalled task with that status and frees its jobs. */
void task_finish(Task *task, int32_t status);
/* Makes the handle stale. A task on the core keeps its jobs and stays there until its end. */
void task_release(Task *task);

#endif
