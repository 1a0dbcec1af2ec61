// SPDX-License-Identifier: Apache-2.0
/* Packed handles and the models in them. */
#ifndef STUB_PACKED_H
#define STUB_PACKED_H

#include "description.h"

/* What one initialize call loaded. Freed when the client released it and no task refers to it. */
typedef struct {
  int32_t users; /* the client's handle, and every task that runs one of the models */
  int32_t tasks; /* the client has not released */
  int32_t description_count;
  Description **descriptions;
  int32_t model_count;
  const char *names[MAX_MODELS];
  struct LoadedModel {
    const Model *model;
    void *handle;
  } models[MAX_MODELS];
} Packed;

int32_t packed_from_files(hbPackedDNNHandle_t *out, const char **paths, int32_t count);
int32_t packed_from_memory(hbPackedDNNHandle_t *out, const void **blobs, const int32_t *lengths,
                           int32_t count);
int32_t packed_release(hbPackedDNNHandle_t handle);
int32_t packed_names(const char ***names, int32_t *count, hbPackedDNNHandle_t handle);
int32_t packed_model(hbDNNHandle_t *out, hbPackedDNNHandle_t handle, const char *name);

/* One user less; the last one frees it. With the state lock held. */
void packed_unref(Packed *packed);

#endif
