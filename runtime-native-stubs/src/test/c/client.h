// SPDX-License-Identifier: Apache-2.0
/* A correct client in few words, for the self-tests. */
#ifndef STUB_TEST_CLIENT_H
#define STUB_TEST_CLIENT_H

#include "bpu4j/hb_dnn.h"
#include "control.h"

enum { CLIENT_TENSORS = 8 };

typedef struct {
  hbPackedDNNHandle_t packed;
  hbDNNHandle_t model;
  int32_t inputs;
  int32_t outputs;
} Session;

typedef struct {
  hbDNNTensor inputs[CLIENT_TENSORS];
  hbDNNTensor outputs[CLIENT_TENSORS];
  hbDNNTensor *output_cell;
  hbDNNInferCtrlParam options;
  hbDNNTaskHandle_t task;
} Request;

/* Forgets faults, counters and settings of the test before. */
void control_reset(void);
/* No model, task or memory is left, and nothing was misused. */
void check_nothing_left(void);

/* Opens a shipped model by name; name_in_file picks one of several, or null. */
Session session_open(const char *shipped, const char *name_in_file);
void session_close(Session *session);
Request request_open(const Session *session);
void request_close(const Session *session, Request *request);
/* Fills every input with bytes of that seed and cleans it. */
void request_fill(const Session *session, Request *request, uint8_t seed);
int32_t request_submit(const Session *session, Request *request);
/* Submit, wait, release, invalidate; the first code that is not 0. */
int32_t request_run(const Session *session, Request *request);

/* Arms slot 0..31. */
void fault_arm(int slot, const char *function, FaultAction action, uint64_t first, uint64_t times,
               int32_t code, int64_t delay_ns);

#endif
