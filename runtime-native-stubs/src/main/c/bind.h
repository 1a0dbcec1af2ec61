// SPDX-License-Identifier: Apache-2.0
/* Binds one tensor of a client to its blocks; false when its properties or memory do not serve. */
#ifndef STUB_BIND_H
#define STUB_BIND_H

#include "job.h"

bool bind_input(Job *job, int32_t item, int32_t input, const hbDNNTensor *tensor,
                const hbDNNRoi *roi);
bool bind_output(Job *job, int32_t output, const hbDNNTensor *tensor);

#endif
