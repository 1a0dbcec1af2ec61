// SPDX-License-Identifier: Apache-2.0
/* Model handles, and what can be asked about a model. */
#ifndef STUB_MODEL_H
#define STUB_MODEL_H

#include "packed.h"

int32_t model_count(int32_t *count, hbDNNHandle_t handle, bool outputs);
int32_t model_tensor_name(const char **name, hbDNNHandle_t handle, int32_t index, bool outputs);
int32_t model_properties(hbDNNTensorProperties *properties, hbDNNHandle_t handle, int32_t index,
                         bool outputs);
int32_t model_source(int32_t *source, hbDNNHandle_t handle, int32_t index);
int32_t model_description(const char **text, uint32_t *size, int32_t *type, hbDNNHandle_t handle);
int32_t model_tag(const char **tag, hbDNNHandle_t handle);

/* The rest is called with the state lock held. */

/* Null when there are too many. */
void *model_issue(const Model *model, Packed *packed);
/* Makes the handle stale and null. */
void model_retire(void **handle);
/* Null unless the handle is live; the caller becomes a user of *packed. */
const Model *model_acquire(hbDNNHandle_t handle, Packed **packed);

#endif
