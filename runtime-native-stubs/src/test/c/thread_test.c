// SPDX-License-Identifier: Apache-2.0
/* Many threads at once, with timeouts, failures and early releases. */
#include <pthread.h>

#include "check.h"
#include "client.h"

enum { THREADS = 6, ROUNDS = 150 };

static Session shared;

static uint32_t next_random(uint32_t *state) {
  *state = *state * 1664525 + 1013904223;
  return *state >> 16;
}

static void *hammer(void *argument) {
  uint32_t random = (uint32_t)(uintptr_t)argument;
  Request request = request_open(&shared);
  int lost = 0;
  for (int i = 0; i < ROUNDS; i++) {
    bool early = next_random(&random) % 8 == 0;
    if (request_submit(&shared, &request) != 0) {
      continue;
    }
    int32_t code = early ? HB_DNN_TIMEOUT
                         : hbDNNWaitTaskDone(request.task, 1 + (int)(next_random(&random) % 4));
    hbDNNReleaseTask(request.task);
    if (code == HB_DNN_TIMEOUT) { /* the block may still be written: take another */
      request_close(&shared, &request);
      request = request_open(&shared);
      lost++;
    } else {
      hbSysFlushMem(&request.outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE);
    }
  }
  request_close(&shared, &request);
  return (void *)(uintptr_t)lost;
}

void thread_tests(void) {
  control_reset();
  shared = session_open("tiny_48x32_nv12", NULL);
  control->service_ns = 200000;
  control->outside_ns = 50000;
  fault_arm(0, "hbDNNInfer", FAULT_SLOW, 40, 1, 0, 5000000);
  pthread_t threads[THREADS];
  for (uintptr_t i = 0; i < THREADS; i++) {
    CHECK_EQUAL(0, pthread_create(&threads[i], NULL, hammer, (void *)(i + 1)));
  }
  for (int i = 0; i < THREADS; i++) {
    CHECK_EQUAL(0, pthread_join(threads[i], NULL));
  }
  session_close(&shared);
  for (int i = 0; i < 2000 && control->live.running > 0; i++) {
    hbSysMem memory; /* any call brings time forward; the thread of the library does too */
    CHECK_EQUAL(0, hbSysAllocMem(&memory, 1 << 20));
    CHECK_EQUAL(0, hbSysFreeMem(&memory));
  }
  control->misuse[MISUSE_FREED_WHILE_IN_USE] = 0; /* on purpose */
  check_nothing_left();
  control_reset();
}
