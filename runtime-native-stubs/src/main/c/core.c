// SPDX-License-Identifier: Apache-2.0
#include "core.h"

#include "clock.h"
#include "control.h"

static const int64_t STALL_POLL_NS = 1000000;

static int64_t free_at; /* when the task now on the core leaves it; NEVER while it stalls */
static pthread_t thread;
static bool thread_runs;
static bool thread_stops;
static bool thread_notified;
static bool thread_calls_back;
static int64_t thread_wakes_at = NEVER;
static pthread_cond_t thread_wakeup;

static bool starts_before(const Task *a, const Task *b) {
  if (a->priority != b->priority) {
    return a->priority > b->priority;
  }
  return a->custom_id != b->custom_id ? a->custom_id < b->custom_id : a->serial < b->serial;
}

/* Of the tasks queued at that time, the one to start; null when there is none. */
static Task *best_at(int64_t time) {
  Task *best = NULL;
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    Task *task = &tasks[i];
    if (task->state == TASK_QUEUED && task->submitted_at <= time &&
        (best == NULL || starts_before(task, best))) {
      best = task;
    }
  }
  return best;
}

static int64_t first_submit(void) {
  int64_t first = NEVER;
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    if (tasks[i].state == TASK_QUEUED && tasks[i].submitted_at < first) {
      first = tasks[i].submitted_at;
    }
  }
  return first;
}

static void start(Task *task, int64_t time) {
  task->state = TASK_RUNNING;
  if (task->stalls) {
    free_at = NEVER;
    task->done_at = NEVER;
  } else {
    free_at = time + task->service_ns;
    task->done_at = free_at + task->outside_ns;
  }
  control->live.core_busy_ns += task->service_ns;
  if (task->waiters > 0) {
    pthread_cond_broadcast(&task->changed);
  }
}

/* Whether the task has ended and its client has not been called back for it yet. */
static bool owes_callback(const Task *task) {
  return task->state == TASK_DONE && task->callback != NULL;
}

static void end_stall(Task *task, int64_t now) {
  task->stalls = false;
  free_at = now + task->service_ns;
  task->done_at = free_at + task->outside_ns;
  pthread_cond_broadcast(&task->changed);
}

static void run_jobs(Task *task) {
  int32_t status = HB_DNN_SUCCESS;
  for (Job *job = task->jobs; job != NULL && status == HB_DNN_SUCCESS; job = job->next) {
    status = job_run(job, task->serial);
  }
  task_finish(task, status);
  if (owes_callback(task)) {
    core_wake();
  }
}

static void finish_due(int64_t now) {
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    Task *task = &tasks[i];
    if (task->state != TASK_RUNNING) {
      continue;
    }
    if (task->stalls && control->release_hangs != task->stall_ticket) {
      end_stall(task, now);
    }
    if (task->done_at <= now) {
      run_jobs(task);
    }
  }
}

void core_step(int64_t now) {
  finish_due(now);
  while (free_at <= now) {
    int64_t first = first_submit();
    if (first > now) {
      return;
    }
    int64_t time = first > free_at ? first : free_at;
    start(best_at(time), time);
    finish_due(now);
  }
}

/* When the library's thread must look next: tasks with a waiter look after themselves. */
static int64_t next_event(int64_t now) {
  int64_t next = first_submit() != NEVER ? free_at : NEVER;
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    const Task *task = &tasks[i];
    if (owes_callback(task)) {
      return now;
    }
    if (task->state == TASK_RUNNING && task->stalls) {
      next = now + STALL_POLL_NS < next ? now + STALL_POLL_NS : next;
    } else if (task->state == TASK_RUNNING && task->waiters == 0 && task->done_at < next) {
      next = task->done_at;
    }
  }
  return next;
}

/* Calls one callback that is due, with the lock open meanwhile. */
static bool call_back(void) {
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    Task *task = &tasks[i];
    if (owes_callback(task)) {
      hbDNNTaskDoneCb callback = task->callback;
      void *handle = task->handle;
      int32_t status = task->status;
      void *user = task->user;
      task->callback = NULL;
      thread_calls_back = true;
      state_unlock();
      callback(handle, status, user);
      state_lock();
      thread_calls_back = false;
      return true;
    }
  }
  return false;
}

static void *run(void *unused) {
  state_lock();
  while (!thread_stops) {
    int64_t now = clock_now();
    core_step(now);
    if (call_back()) {
      continue;
    }
    thread_wakes_at = next_event(now);
    if (!thread_notified && thread_wakes_at > now) {
      condition_wait(&thread_wakeup, thread_wakes_at);
    }
    thread_notified = false;
    thread_wakes_at = 0;
  }
  state_unlock();
  return unused;
}

void core_wake(void) {
  if (!thread_runs) {
    condition_create(&thread_wakeup);
    thread_runs = pthread_create(&thread, NULL, run, NULL) == 0;
  } else if (!thread_notified) {
    thread_notified = true;
    pthread_cond_signal(&thread_wakeup);
  }
}

void core_submit(Task *task) {
  int64_t now = clock_now();
  control->live.running++;
  task->state = TASK_QUEUED;
  task->submitted_at = now;
  task->stall_ticket = control->release_hangs;
  core_step(now);
  if (task->state != TASK_DONE && next_event(now) < thread_wakes_at) {
    core_wake();
  }
}

void core_close(void) {
  state_lock();
  /* A callback into a runtime that is going down may never return. */
  bool joins = thread_runs && !thread_calls_back;
  thread_stops = true;
  if (joins) {
    pthread_cond_signal(&thread_wakeup);
  }
  state_unlock();
  if (joins) {
    pthread_join(thread, NULL);
  }
}
