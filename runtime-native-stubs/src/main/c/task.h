// SPDX-License-Identifier: Apache-2.0
/* Tasks as a client sees them. The simulated core of core.h runs them. */
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

int32_t task_submit(hbDNNTaskHandle_t *handle, const Submission *submission, hbDNNHandle_t model,
                    const hbDNNInferCtrlParam *options, const Call *call);
int32_t task_wait(hbDNNTaskHandle_t handle, int32_t timeout_ms);
int32_t task_release(hbDNNTaskHandle_t handle);
int32_t task_callback(hbDNNTaskHandle_t handle, hbDNNTaskDoneCb callback, void *user);

/* Once, before anything else. */
void task_open(void);
/* With the state lock held: the task ends with that status and its jobs are gone. */
void task_finish(Task *task, int32_t status);

#endif
