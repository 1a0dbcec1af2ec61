// SPDX-License-Identifier: Apache-2.0
#include "client.h"

#include <string.h>

#include "check.h"
#include "function.h"

void control_reset(void) {
  control->armed = 0;
  memset(control->faults, 0, sizeof control->faults);
  for (int i = 0; i < MISUSE_COUNT; i++) {
    control->misuse[i] = 0;
  }
  for (int i = 0; i < FUNCTION_COUNT; i++) {
    control->calls[i] = 0;
    control->failures[i] = 0;
  }
  control->service_ns = -1;
  control->outside_ns = -1;
  control->pool_bytes = 0;
  control->recording = 0;
  control->model[0] = '\0';
  control->runtime[0] = '\0';
  control->message[0] = '\0';
}

void check_nothing_left(void) {
  CHECK_EQUAL(0, control->live.packed);
  CHECK_EQUAL(0, control->live.tasks);
  CHECK_EQUAL(0, control->live.running);
  CHECK_EQUAL(0, control->live.blocks);
  CHECK_EQUAL(0, control->live.bytes);
  CHECK_EQUAL(0, control->live.registered);
  for (int i = 0; i < MISUSE_COUNT; i++) {
    if (control->misuse[i] != 0) {
      CHECK_EQUAL(0, control->misuse[i]);
      fprintf(stderr, "  misuse %d: %s\n", i, control->message);
    }
  }
}

Session session_open(const char *shipped, const char *name_in_file) {
  Session session = {0};
  const char *path = "/proc/self/exe";
  strcpy(control->model, shipped);
  CHECK_EQUAL(0, hbDNNInitializeFromFiles(&session.packed, &path, 1));
  const char **names = NULL;
  int32_t count = 0;
  CHECK_EQUAL(0, hbDNNGetModelNameList(&names, &count, session.packed));
  const char *name = name_in_file != NULL ? name_in_file : names[0];
  CHECK_EQUAL(0, hbDNNGetModelHandle(&session.model, session.packed, name));
  CHECK_EQUAL(0, hbDNNGetInputCount(&session.inputs, session.model));
  CHECK_EQUAL(0, hbDNNGetOutputCount(&session.outputs, session.model));
  return session;
}

void session_close(Session *session) { CHECK_EQUAL(0, hbDNNRelease(session->packed)); }

static void open_tensor(hbDNNTensor *tensor) {
  uint32_t size = (uint32_t)tensor->properties.alignedByteSize;
  CHECK_EQUAL(0, hbSysAllocCachedMem(&tensor->sysMem[0], size));
  memset(tensor->sysMem[0].virAddr, 0, size);
  CHECK_EQUAL(0, hbSysFlushMem(&tensor->sysMem[0], HB_SYS_MEM_CACHE_CLEAN));
}

Request request_open(const Session *session) {
  Request request;
  memset(&request, 0, sizeof request);
  for (int i = 0; i < session->inputs; i++) {
    CHECK_EQUAL(0, hbDNNGetInputTensorProperties(&request.inputs[i].properties, session->model, i));
    open_tensor(&request.inputs[i]);
  }
  for (int i = 0; i < session->outputs; i++) {
    CHECK_EQUAL(0,
                hbDNNGetOutputTensorProperties(&request.outputs[i].properties, session->model, i));
    open_tensor(&request.outputs[i]);
  }
  return request;
}

void request_close(const Session *session, Request *request) {
  for (int i = 0; i < session->inputs; i++) {
    CHECK_EQUAL(0, hbSysFreeMem(&request->inputs[i].sysMem[0]));
  }
  for (int i = 0; i < session->outputs; i++) {
    CHECK_EQUAL(0, hbSysFreeMem(&request->outputs[i].sysMem[0]));
  }
}

void request_fill(const Session *session, Request *request, uint8_t seed) {
  for (int i = 0; i < session->inputs; i++) {
    uint8_t *bytes = request->inputs[i].sysMem[0].virAddr;
    for (uint32_t p = 0; p < request->inputs[i].sysMem[0].memSize; p++) {
      bytes[p] = (uint8_t)(p * 31 + p / 251 + seed);
    }
    CHECK_EQUAL(0, hbSysFlushMem(&request->inputs[i].sysMem[0], HB_SYS_MEM_CACHE_CLEAN));
  }
}

int32_t request_submit(const Session *session, Request *request) {
  request->output_cell = request->outputs;
  request->task = NULL;
  return hbDNNInfer(&request->task, &request->output_cell, request->inputs, session->model,
                    &request->options);
}

int32_t request_run(const Session *session, Request *request) {
  int32_t code = request_submit(session, request);
  if (code != 0) {
    return code;
  }
  code = hbDNNWaitTaskDone(request->task, 10000);
  int32_t released = hbDNNReleaseTask(request->task);
  for (int i = 0; i < session->outputs && code == 0; i++) {
    code = hbSysFlushMem(&request->outputs[i].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE);
  }
  return code != 0 ? code : released;
}

void fault_arm(int slot, const char *function, FaultAction action, uint64_t first, uint64_t times,
               int32_t code, int64_t delay_ns) {
  Fault *fault = &control->faults[slot];
  memset(fault, 0, sizeof *fault);
  fault->function = (uint32_t)function_named(function, (int)strlen(function));
  CHECK(fault->function < FUNCTION_COUNT);
  fault->action = action;
  fault->first = first;
  fault->times = times;
  fault->code = code;
  fault->delay_ns = delay_ns;
  control->armed |= 1U << slot;
}
