// SPDX-License-Identifier: Apache-2.0
/* What a client does with a task: submit, wait, release, and a callback at its end. */
#ifndef STUB_INFER_H
#define STUB_INFER_H

#include "call.h"
#include "job.h"

int32_t infer_submit(hbDNNTaskHandle_t *handle, const Submission *submission, hbDNNHandle_t model,
                     const hbDNNInferCtrlParam *options, const Call *call);
/* Waits without limit when timeout_ms is 0 or negative. */
int32_t infer_wait(hbDNNTaskHandle_t handle, int32_t timeout_ms);
int32_t infer_release(hbDNNTaskHandle_t handle);
int32_t infer_set_callback(hbDNNTaskHandle_t handle, hbDNNTaskDoneCb callback, void *user);

#endif
