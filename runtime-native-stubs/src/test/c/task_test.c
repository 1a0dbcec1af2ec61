// SPDX-License-Identifier: Apache-2.0
/* Time, waiting, releasing and callbacks on the simulated core. */
#include <stdatomic.h>
#include <string.h>

#include "check.h"
#include "client.h"
#include "clock.h"

static const int64_t MS = 1000000;

static void set_timing(int64_t service_ms, int64_t outside_ms) {
  control->service_ns = service_ms * MS;
  control->outside_ns = outside_ms * MS;
}

/* There is no upper limit to check on a busy machine. */
static void check_took(int64_t start, int64_t expected_ms) {
  CHECK(clock_now() - start >= expected_ms * MS);
}

/* The next submit makes a task that stays on the core until let_go. */
static void stall_next(void) { fault_arm(0, "hbDNNInfer", FAULT_STALL, 1, 1, 0, 0); }

static void let_go(void) {
  control->release_hangs++;
  for (int i = 0; i < 5000 && control->live.running > 0; i++) {
    clock_sleep_until(clock_now() + MS);
  }
  CHECK_EQUAL(0, control->live.running);
}

static void wait_takes_service_and_outside_time(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  set_timing(30, 10);
  int64_t start = clock_now();
  CHECK_EQUAL(0, request_run(&session, &request));
  check_took(start, 40);
  request_close(&session, &request);
  session_close(&session);
}

static void tasks_share_one_core(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request requests[4];
  set_timing(20, 10);
  int64_t busy = control->live.core_busy_ns;
  int64_t start = clock_now();
  for (int i = 0; i < 4; i++) {
    requests[i] = request_open(&session);
    CHECK_EQUAL(0, request_submit(&session, &requests[i]));
  }
  for (int i = 3; i >= 0; i--) {
    CHECK_EQUAL(0, hbDNNWaitTaskDone(requests[i].task, 5000));
    CHECK_EQUAL(0, hbDNNReleaseTask(requests[i].task));
    CHECK_EQUAL(0, hbSysFlushMem(&requests[i].outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE));
  }
  check_took(start, 4 * 20 + 10);
  CHECK_EQUAL(80 * MS, control->live.core_busy_ns - busy);
  for (int i = 0; i < 4; i++) {
    request_close(&session, &requests[i]);
  }
  session_close(&session);
}

/* Three tasks write the same output block: what it holds at the end tells which one ran last. */
static void higher_priority_goes_first(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request requests[3];
  hbSysMem own[3];
  set_timing(5, 0);
  stall_next();
  for (int i = 0; i < 3; i++) {
    requests[i] = request_open(&session);
    request_fill(&session, &requests[i], (uint8_t)i);
    own[i] = requests[i].outputs[0].sysMem[0];
    requests[i].outputs[0].sysMem[0] = own[0];
    requests[i].options.priority = i == 2 ? 5 : 0;
    CHECK_EQUAL(0, request_submit(&session, &requests[i]));
  }
  let_go();
  CHECK_EQUAL(0, hbSysFlushMem(&own[0], HB_SYS_MEM_CACHE_INVALIDATE));
  float last = *(float *)own[0].virAddr;
  for (int i = 0; i < 3; i++) {
    CHECK_EQUAL(0, hbDNNReleaseTask(requests[i].task));
  }
  CHECK_EQUAL(0, request_run(&session, &requests[1]));
  CHECK(last == *(float *)own[0].virAddr);
  for (int i = 0; i < 3; i++) {
    requests[i].outputs[0].sysMem[0] = own[i];
    request_close(&session, &requests[i]);
  }
  session_close(&session);
}

static void second_wait_is_counted(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  CHECK_EQUAL(0, request_submit(&session, &request));
  CHECK_EQUAL(0, hbDNNWaitTaskDone(request.task, 0));
  CHECK_EQUAL(0, hbDNNWaitTaskDone(request.task, 0));
  CHECK_EQUAL(1, control->misuse[MISUSE_WAITED_TWICE]);
  CHECK_EQUAL(0, hbDNNReleaseTask(request.task));
  CHECK_EQUAL(0, hbSysFlushMem(&request.outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE));
  request_close(&session, &request);
  session_close(&session);
}

static void at_most_32_tasks(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  hbDNNTaskHandle_t tasks[HB_DNN_MAX_TASKS];
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    CHECK_EQUAL(0, request_submit(&session, &request));
    tasks[i] = request.task;
  }
  CHECK_EQUAL(HB_DNN_TASK_NUM_EXCEED_LIMIT, request_submit(&session, &request));
  CHECK(request.task == NULL);
  CHECK_EQUAL(32, control->live.tasks);
  CHECK_EQUAL(HB_DNN_MODEL_IS_RUNNING, hbDNNRelease(session.packed));
  CHECK_EQUAL(1, control->misuse[MISUSE_MODEL_RELEASED_WITH_TASKS]);
  CHECK_EQUAL(0, hbDNNReleaseTask(tasks[5]));
  CHECK_EQUAL(0, request_submit(&session, &request));
  tasks[5] = request.task;
  for (int i = 0; i < HB_DNN_MAX_TASKS; i++) {
    CHECK_EQUAL(0, hbDNNReleaseTask(tasks[i]));
    CHECK_EQUAL(HB_DNN_INVALID_TASK_HANDLE, hbDNNReleaseTask(tasks[i]));
    CHECK_EQUAL(HB_DNN_INVALID_TASK_HANDLE, hbDNNWaitTaskDone(tasks[i], 1));
  }
  CHECK_EQUAL(32, control->misuse[MISUSE_DOUBLE_TASK_RELEASE]);
  CHECK_EQUAL(32, control->misuse[MISUSE_STALE_HANDLE]);
  CHECK_EQUAL(HB_DNN_INVALID_TASK_HANDLE, hbDNNReleaseTask(NULL));
  CHECK_EQUAL(HB_DNN_INVALID_TASK_HANDLE, hbDNNWaitTaskDone(NULL, 1));
  CHECK_EQUAL(HB_DNN_INVALID_TASK_HANDLE, hbDNNReleaseTask(&session));
  CHECK_EQUAL(HB_DNN_INVALID_TASK_HANDLE, hbDNNSetTaskDoneCb(&session, NULL, NULL));
  request_close(&session, &request);
  session_close(&session);
}

/* After a timeout and a release the device goes on and still writes into the client's block. */
static void released_task_runs_on(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  request_fill(&session, &request, 1);
  stall_next();
  CHECK_EQUAL(0, request_submit(&session, &request));
  CHECK_EQUAL(HB_DNN_TIMEOUT, hbDNNWaitTaskDone(request.task, 5));
  CHECK_EQUAL(0, hbDNNReleaseTask(request.task));
  CHECK_EQUAL(0, control->live.tasks);
  CHECK_EQUAL(1, control->live.running);
  CHECK_EQUAL(0, hbSysFlushMem(&request.outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE));
  CHECK_EQUAL(1, control->misuse[MISUSE_INVALIDATED_WHILE_RUNNING]);
  const uint32_t *output = request.outputs[0].sysMem[0].virAddr;
  CHECK_EQUAL(0, *output);
  let_go();
  CHECK_EQUAL(0, hbSysFlushMem(&request.outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE));
  CHECK(*output != 0);
  request_close(&session, &request);
  session_close(&session);
}

/* Memory and model freed under a running task: counted, and nothing crashes. */
static void freed_while_running_is_counted(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  stall_next();
  CHECK_EQUAL(0, request_submit(&session, &request));
  CHECK_EQUAL(0, hbDNNReleaseTask(request.task));
  request_close(&session, &request);
  CHECK_EQUAL(2, control->misuse[MISUSE_FREED_WHILE_IN_USE]);
  session_close(&session);
  let_go();
}

static void sharing_a_block_is_counted(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  stall_next();
  CHECK_EQUAL(0, request_submit(&session, &request));
  hbDNNTaskHandle_t first = request.task;
  CHECK_EQUAL(0, request_submit(&session, &request)); /* the same tensors while it runs */
  CHECK_EQUAL(1, control->misuse[MISUSE_BLOCK_SHARED]);
  let_go();
  CHECK_EQUAL(0, hbDNNReleaseTask(first));
  CHECK_EQUAL(0, hbDNNReleaseTask(request.task));
  request_close(&session, &request);
  session_close(&session);
}

static void waiting_task_is_dropped_at_once(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request first = request_open(&session);
  Request second = request_open(&session);
  stall_next();
  CHECK_EQUAL(0, request_submit(&session, &first));
  CHECK_EQUAL(0, request_submit(&session, &second));
  CHECK_EQUAL(2, control->live.running);
  CHECK_EQUAL(0, hbDNNReleaseTask(second.task));
  CHECK_EQUAL(1, control->live.running);
  request_close(&session, &second);
  control->release_hangs++;
  CHECK_EQUAL(0, hbDNNWaitTaskDone(first.task, 5000));
  CHECK_EQUAL(0, hbDNNReleaseTask(first.task));
  CHECK_EQUAL(0, hbSysFlushMem(&first.outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE));
  request_close(&session, &first);
  session_close(&session);
}

static void chain_is_one_task(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request first = request_open(&session);
  Request second = request_open(&session);
  set_timing(20, 0);
  first.options.more = 1;
  CHECK_EQUAL(0, request_submit(&session, &first));
  CHECK_EQUAL(HB_DNN_API_USE_ERROR, hbDNNWaitTaskDone(first.task, 1));
  second.output_cell = second.outputs;
  second.task = first.task;
  int64_t start = clock_now();
  CHECK_EQUAL(0, hbDNNInfer(&second.task, &second.output_cell, second.inputs, session.model,
                            &second.options));
  CHECK(second.task == first.task);
  CHECK_EQUAL(0, hbDNNWaitTaskDone(first.task, 5000));
  check_took(start, 40);
  CHECK_EQUAL(0, hbDNNReleaseTask(first.task));
  CHECK_EQUAL(0, hbSysFlushMem(&first.outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE));
  request_close(&session, &first);
  request_close(&session, &second);
  session_close(&session);
}

static _Atomic int calls;
static _Atomic int32_t called_with;

static void on_done(hbDNNTaskHandle_t task, int32_t status, void *user) {
  called_with = status;
  *(hbDNNTaskHandle_t *)user = task;
  calls++;
}

static void callback_fires_once(int64_t service_ms) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  hbDNNTaskHandle_t seen = NULL;
  calls = 0;
  called_with = 1;
  set_timing(service_ms, 0);
  CHECK_EQUAL(0, request_submit(&session, &request));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNSetTaskDoneCb(request.task, NULL, NULL));
  CHECK_EQUAL(0, hbDNNSetTaskDoneCb(request.task, on_done, &seen));
  int64_t start = clock_now();
  while (calls == 0 && clock_now() - start < 5000 * MS) {
    clock_sleep_until(clock_now() + MS);
  }
  CHECK_EQUAL(1, calls);
  CHECK_EQUAL(0, called_with);
  CHECK(seen == request.task);
  CHECK_EQUAL(0, hbDNNWaitTaskDone(request.task, 5000));
  CHECK_EQUAL(0, hbDNNReleaseTask(request.task));
  CHECK_EQUAL(0, hbSysFlushMem(&request.outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE));
  CHECK_EQUAL(1, calls);
  request_close(&session, &request);
  session_close(&session);
}

void task_tests(void) {
  control_reset();
  wait_takes_service_and_outside_time();
  tasks_share_one_core();
  waiting_task_is_dropped_at_once();
  chain_is_one_task();
  callback_fires_once(0);
  callback_fires_once(20);
  check_nothing_left();
  higher_priority_goes_first();
  control_reset();
  second_wait_is_counted();
  control_reset();
  at_most_32_tasks();
  control_reset();
  released_task_runs_on();
  control_reset();
  freed_while_running_is_counted();
  control_reset();
  sharing_a_block_is_counted();
  control_reset();
  check_nothing_left();
}
