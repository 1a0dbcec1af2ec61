// SPDX-License-Identifier: Apache-2.0
/* Injected faults, and what the environment says. */
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "client.h"
#include "clock.h"
#include "function.h"
#include "settings.h"

static const int64_t MS = 1000000;

static void fails_at_the_nth_call(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  fault_arm(3, "hbDNNInfer", FAULT_FAIL, 2, 1, HB_DNN_RUN_TASK_FAILED, 0);
  CHECK_EQUAL(0, request_run(&session, &request));
  CHECK_EQUAL(HB_DNN_RUN_TASK_FAILED, request_run(&session, &request));
  CHECK(request.task == NULL);
  CHECK_EQUAL(0, request_run(&session, &request));
  CHECK_EQUAL(1, control->faults[3].fired);
  CHECK_EQUAL(3, control->faults[3].seen);
  fault_arm(3, "hbDNNWaitTaskDone", FAULT_FAIL, 2, 0, HB_DNN_TIMEOUT, 0);
  CHECK_EQUAL(0, request_run(&session, &request));
  CHECK_EQUAL(HB_DNN_TIMEOUT, request_run(&session, &request));
  CHECK_EQUAL(HB_DNN_TIMEOUT, request_run(&session, &request));
  CHECK_EQUAL(2, control->faults[3].fired);
  request_close(&session, &request);
  session_close(&session);
}

static void ending_functions_end_it_and_fail(void) {
  hbSysMem memory;
  CHECK_EQUAL(0, hbSysAllocMem(&memory, 4));
  fault_arm(0, "hbSysFreeMem", FAULT_FAIL, 1, 1, -5, 0);
  CHECK_EQUAL(-5, hbSysFreeMem(&memory));
  CHECK_EQUAL(0, control->live.blocks);
  CHECK_EQUAL(0, hbSysAllocMem(&memory, 4));
  fault_arm(0, "hbSysFreeMem", FAULT_FAIL_BEFORE, 1, 1, -5, 0);
  CHECK_EQUAL(-5, hbSysFreeMem(&memory));
  CHECK_EQUAL(1, control->live.blocks);
  CHECK_EQUAL(0, hbSysFreeMem(&memory));
  fault_arm(0, "hbSysAllocCachedMem", FAULT_FAIL_AFTER, 1, 1, HB_SYS_OUT_OF_MEMORY, 0);
  CHECK_EQUAL(HB_SYS_OUT_OF_MEMORY, hbSysAllocCachedMem(&memory, 4));
  CHECK(memory.virAddr != NULL); /* the failed call left a block behind, as seen in the wild */
  CHECK_EQUAL(0, hbSysFreeMem(&memory));
}

static void output_and_properties_are_damaged(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  fault_arm(0, "hbDNNInfer", FAULT_CORRUPT, 1, 1, 0, 0);
  CHECK_EQUAL(0, request_run(&session, &request));
  CHECK(isnan(((float *)request.outputs[0].sysMem[0].virAddr)[0]));
  struct {
    hbDNNTensorProperties properties;
    uint64_t behind;
  } room;
  memset(&room, 0xA5, sizeof room);
  fault_arm(0, "hbDNNGetInputTensorProperties", FAULT_CORRUPT, 1, 1, 0, 0);
  CHECK_EQUAL(0, hbDNNGetInputTensorProperties(&room.properties, session.model, 0));
  CHECK(room.properties.validShape.numDimensions != 4);
  CHECK(room.behind == 0xA5A5A5A5A5A5A5A5ULL);
  int32_t count;
  fault_arm(0, "hbDNNGetInputCount", FAULT_CORRUPT, 1, 1, 0, 0);
  CHECK_EQUAL(0, hbDNNGetInputCount(&count, session.model));
  CHECK_EQUAL(-1, count);
  request_close(&session, &request);
  session_close(&session);
}

static void *release_hangs_soon(void *unused) {
  clock_sleep_until(clock_now() + 60 * MS);
  control->release_hangs++;
  return unused;
}

static void slow_hanging_and_stalling(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  int64_t start = clock_now();
  fault_arm(0, "hbSysFlushMem", FAULT_DELAY, 1, 1, 0, 30 * MS);
  CHECK_EQUAL(0, hbSysFlushMem(&request.inputs[0].sysMem[0], HB_SYS_MEM_CACHE_CLEAN));
  CHECK(clock_now() - start >= 30 * MS);
  start = clock_now();
  fault_arm(0, "hbDNNInfer", FAULT_SLOW, 1, 1, 0, 30 * MS);
  CHECK_EQUAL(0, request_run(&session, &request));
  CHECK(clock_now() - start >= 30 * MS);
  pthread_t thread;
  start = clock_now();
  fault_arm(0, "hbSysFlushMem", FAULT_HANG, 1, 1, 0, 0);
  CHECK_EQUAL(0, pthread_create(&thread, NULL, release_hangs_soon, NULL));
  CHECK_EQUAL(0, hbSysFlushMem(&request.inputs[0].sysMem[0], HB_SYS_MEM_CACHE_CLEAN));
  CHECK(clock_now() - start >= 60 * MS);
  CHECK_EQUAL(0, pthread_join(thread, NULL));
  fault_arm(0, "hbDNNInfer", FAULT_STALL, 1, 1, 0, 0);
  CHECK_EQUAL(0, request_submit(&session, &request));
  CHECK_EQUAL(HB_DNN_TIMEOUT, hbDNNWaitTaskDone(request.task, 20));
  CHECK_EQUAL(0, pthread_create(&thread, NULL, release_hangs_soon, NULL));
  CHECK_EQUAL(0, hbDNNWaitTaskDone(request.task, 5000));
  CHECK_EQUAL(0, pthread_join(thread, NULL));
  CHECK_EQUAL(0, hbDNNReleaseTask(request.task));
  CHECK_EQUAL(0, hbSysFlushMem(&request.outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE));
  request_close(&session, &request);
  session_close(&session);
}

static void recording_tells_the_order(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  uint64_t before = control->records;
  control->recording = 1;
  CHECK_EQUAL(0, request_run(&session, &request));
  control->recording = 0;
  static const char *const WANTED[] = {"hbDNNInfer", "hbDNNWaitTaskDone", "hbDNNReleaseTask",
                                       "hbSysFlushMem"};
  CHECK_EQUAL(4, control->records - before);
  for (uint64_t i = 0; i < 4; i++) {
    const CallRecord *call = &control->ring[(before + i) % RING_SLOTS];
    CHECK_EQUAL(before + i + 1, call->sequence);
    CHECK_EQUAL(0, strcmp(WANTED[i], function_name((Function)call->function)));
    CHECK(call->start_ns > 0 && call->duration_ns >= 0);
  }
  CHECK_EQUAL((uintptr_t)request.task, control->ring[before % RING_SLOTS].first);
  CHECK_EQUAL(10000, control->ring[(before + 1) % RING_SLOTS].second);
  request_close(&session, &request);
  session_close(&session);
}

static void read_environment(const char *name, const char *value, char *error) {
  error[0] = '\0';
  setenv(name, value, 1);
  settings_read(error, 256);
  unsetenv(name);
}

static void environment_is_understood(void) {
  char error[256];
  read_environment("BPU4J_STUB_TIMING", "2.228:0.72", error);
  CHECK_EQUAL(0, strlen(error));
  CHECK_EQUAL(2228000, control->service_ns);
  CHECK_EQUAL(720000, control->outside_ns);
  read_environment("BPU4J_STUB_FAULT", "hbDNNInfer:2:-6000012,hbSysFlushMem:1+:delay=1.5", error);
  CHECK_EQUAL(0, strlen(error));
  CHECK_EQUAL(3, control->armed);
  CHECK_EQUAL(FAULT_FAIL, control->faults[0].action);
  CHECK_EQUAL(2, control->faults[0].first);
  CHECK_EQUAL(1, control->faults[0].times);
  CHECK_EQUAL(-6000012, control->faults[0].code);
  CHECK_EQUAL(FAULT_DELAY, control->faults[1].action);
  CHECK_EQUAL(0, control->faults[1].times);
  CHECK_EQUAL(1500000, control->faults[1].delay_ns);
  read_environment("BPU4J_STUB_MODEL", "two_models", error);
  CHECK_EQUAL(0, strcmp("two_models", control->model));
  static const char *const FAULTS[] = {"hbDNNInfer", "hbDNNInfer:1", "hbDNNInfer:0:-1",
                                       "hbDNNinfer:1:-1", "hbDNNInfer:1:x", "hbDNNInfer:1:-1@x",
                                       "hbDNNInfer:1:delay", "hbDNNInfer:1:hang3", ""};
  for (int i = 0; FAULTS[i][0] != '\0'; i++) {
    read_environment("BPU4J_STUB_FAULT", FAULTS[i], error);
    CHECK(strstr(error, FAULTS[i]) != NULL);
  }
  static const char *const TIMINGS[] = {"2", "a:1", "1:b", "-1:0", "1:2:3", "nan:0", ""};
  for (int i = 0; TIMINGS[i][0] != '\0'; i++) {
    read_environment("BPU4J_STUB_TIMING", TIMINGS[i], error);
    CHECK(strstr(error, TIMINGS[i]) != NULL);
  }
}

void fault_tests(void) {
  control_reset();
  fails_at_the_nth_call();
  control_reset();
  ending_functions_end_it_and_fail();
  control_reset();
  output_and_properties_are_damaged();
  control_reset();
  slow_hanging_and_stalling();
  recording_tells_the_order();
  check_nothing_left();
  control_reset();
  environment_is_understood();
  control_reset();
}
