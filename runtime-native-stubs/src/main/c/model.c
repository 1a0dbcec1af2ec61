// SPDX-License-Identifier: Apache-2.0
#include "model.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "handle.h"

static HandleTable model_table = {.kind = 2, .capacity = HANDLE_SLOTS};

/* What a model handle leads to. */
typedef struct {
  const Model *model;
  Packed *packed;
} Entry;

void *model_issue(const Model *model, Packed *packed) {
  Entry *entry = malloc(sizeof *entry);
  void *handle = entry != NULL ? handle_issue(&model_table, entry) : NULL;
  if (handle == NULL) {
    free(entry);
    return NULL;
  }
  *entry = (Entry){model, packed};
  return handle;
}

void model_retire(void **handle) {
  if (*handle != NULL) {
    free(handle_object(&model_table, *handle));
    handle_retire(&model_table, *handle);
    *handle = NULL;
  }
}

/* Locks, and returns the model of a live handle or null; unlock_with must follow. */
static const Model *lock_model(hbDNNHandle_t handle) {
  state_lock();
  const Entry *entry = handle_find(&model_table, handle);
  return entry != NULL ? entry->model : NULL;
}

static int32_t unlock_with(const Model *model, bool valid) {
  state_unlock();
  return model == NULL ? HB_DNN_INVALID_DNN_HANDLE
         : valid       ? HB_DNN_SUCCESS
                       : HB_DNN_INVALID_ARGUMENT;
}

static const Tensor *tensor_at(const Model *model, int32_t index, bool outputs) {
  if (model == NULL || index < 0 ||
      index >= (outputs ? model->output_count : model->input_count)) {
    return NULL;
  }
  return outputs ? &model->outputs[index] : &model->inputs[index];
}

int32_t model_count(int32_t *count, hbDNNHandle_t handle, bool outputs) {
  const Model *model = lock_model(handle);
  if (model != NULL && count != NULL) {
    *count = outputs ? model->output_count : model->input_count;
  }
  return unlock_with(model, count != NULL);
}

int32_t model_tensor_name(const char **name, hbDNNHandle_t handle, int32_t index, bool outputs) {
  const Model *model = lock_model(handle);
  const Tensor *tensor = tensor_at(model, index, outputs);
  if (tensor != NULL && name != NULL) {
    *name = tensor->name;
  }
  return unlock_with(model, tensor != NULL && name != NULL);
}

int32_t model_properties(hbDNNTensorProperties *properties, hbDNNHandle_t handle, int32_t index,
                         bool outputs) {
  const Model *model = lock_model(handle);
  const Tensor *tensor = tensor_at(model, index, outputs);
  if (tensor != NULL && properties != NULL) {
    *properties = tensor->properties;
    if (tensor->reported >= 0) {
      properties->tensorLayout = tensor->reported;
    }
  }
  return unlock_with(model, tensor != NULL && properties != NULL);
}

int32_t model_source(int32_t *source, hbDNNHandle_t handle, int32_t index) {
  const Model *model = lock_model(handle);
  const Tensor *tensor = tensor_at(model, index, false);
  if (tensor != NULL && source != NULL) {
    *source = tensor->source;
  }
  return unlock_with(model, tensor != NULL && source != NULL);
}

int32_t model_description(const char **text, uint32_t *size, int32_t *type, hbDNNHandle_t handle) {
  const Model *model = lock_model(handle);
  bool valid = text != NULL && size != NULL && type != NULL;
  if (model != NULL && valid) {
    *text = model->description;
    *size = (uint32_t)strlen(model->description);
    *type = HB_DNN_DESC_TYPE_STRING;
  }
  return unlock_with(model, valid);
}

int32_t model_tag(const char **tag, hbDNNHandle_t handle) {
  const Model *model = lock_model(handle);
  if (model != NULL && tag != NULL) {
    *tag = model->tag;
  }
  return unlock_with(model, tag != NULL);
}

const Model *model_acquire(hbDNNHandle_t handle, Packed **packed) {
  const Entry *entry = handle_find(&model_table, handle);
  if (entry == NULL) {
    return NULL;
  }
  *packed = entry->packed;
  entry->packed->users++;
  return entry->model;
}
