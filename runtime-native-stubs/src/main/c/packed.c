// SPDX-License-Identifier: Apache-2.0
#include "packed.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "control.h"
#include "handle.h"
#include "loading.h"
#include "model.h"
#include "settings.h"
#include "watch.h"

static HandleTable packed_table = {.kind = 1, .capacity = HANDLE_SLOTS};

/* From now on the handles of its models are stale. */
static void retire_models(Packed *packed) {
  for (int i = 0; i < packed->model_count; i++) {
    model_retire(&packed->models[i].handle);
  }
}

static void free_packed(Packed *packed) {
  retire_models(packed);
  for (int i = 0; i < packed->description_count; i++) {
    description_free(packed->descriptions[i]);
  }
  free(packed->descriptions);
  free(packed);
}

static bool has_name(const Packed *packed, const char *name) {
  for (int i = 0; i < packed->model_count; i++) {
    if (strcmp(packed->names[i], name) == 0) {
      return true;
    }
  }
  return false;
}

static int32_t add_models(Packed *packed, const Description *description) {
  for (int i = 0; i < description->count; i++) {
    const Model *model = description->models[i];
    if (packed->model_count == MAX_MODELS) {
      return HB_DNN_MODEL_NUMBER_EXCEED_LIMIT;
    }
    if (has_name(packed, model->name)) {
      complain("two models are named %s", model->name);
      return HB_DNN_INVALID_MODEL;
    }
    packed->names[packed->model_count] = model->name;
    packed->models[packed->model_count].model = model;
    packed->model_count++;
  }
  return HB_DNN_SUCCESS;
}

static int32_t issue_models(Packed *packed) {
  for (int i = 0; i < packed->model_count; i++) {
    packed->models[i].handle = model_issue(packed->models[i].model, packed);
    if (packed->models[i].handle == NULL) {
      return HB_DNN_OUT_OF_MEMORY;
    }
  }
  return HB_DNN_SUCCESS;
}

/* Takes the packed over: issues its handles, or frees it and returns the code. */
static int32_t publish(Packed *packed, int32_t code, hbPackedDNNHandle_t *out) {
  state_lock();
  void *handle = NULL;
  if (code == HB_DNN_SUCCESS) {
    code = issue_models(packed);
  }
  if (code == HB_DNN_SUCCESS) {
    packed->users = 1;
    handle = handle_issue(&packed_table, packed);
    code = handle != NULL ? HB_DNN_SUCCESS : HB_DNN_OUT_OF_MEMORY;
  }
  if (code == HB_DNN_SUCCESS) {
    control->live.packed++;
    *out = handle;
  } else {
    free_packed(packed);
  }
  state_unlock();
  return code;
}

static Packed *new_packed(int32_t descriptions) {
  Packed *packed = calloc(1, sizeof *packed);
  Description **array = calloc((size_t)descriptions, sizeof *array);
  if (packed == NULL || array == NULL) {
    free(packed);
    free(array);
    return NULL;
  }
  packed->descriptions = array;
  return packed;
}

static int32_t load(hbPackedDNNHandle_t *out, const char **paths, const void **blobs,
                    const int32_t *lengths, int32_t count) {
  if (out == NULL || count < 1 || (paths == NULL && (blobs == NULL || lengths == NULL))) {
    return HB_DNN_INVALID_ARGUMENT;
  }
  if (settings_error() != NULL) {
    complain("%s", settings_error());
    return HB_DNN_API_USE_ERROR;
  }
  if (count > MAX_MODELS) {
    return HB_DNN_MODEL_NUMBER_EXCEED_LIMIT;
  }
  Packed *packed = new_packed(count);
  if (packed == NULL) {
    return HB_DNN_OUT_OF_MEMORY;
  }
  int32_t code = HB_DNN_SUCCESS;
  for (int i = 0; i < count && code == HB_DNN_SUCCESS; i++) {
    Description **slot = &packed->descriptions[i];
    code = paths != NULL ? load_file(paths[i], slot) : load_memory(blobs[i], lengths[i], slot);
    packed->description_count = i + 1;
    code = code == HB_DNN_SUCCESS ? add_models(packed, *slot) : code;
  }
  return publish(packed, code, out);
}

int32_t packed_from_files(hbPackedDNNHandle_t *out, const char **paths, int32_t count) {
  return paths != NULL ? load(out, paths, NULL, NULL, count) : HB_DNN_INVALID_ARGUMENT;
}

int32_t packed_from_memory(hbPackedDNNHandle_t *out, const void **blobs, const int32_t *lengths,
                           int32_t count) {
  return load(out, NULL, blobs, lengths, count);
}

int32_t packed_release(hbPackedDNNHandle_t handle) {
  state_lock();
  int32_t code = HB_DNN_SUCCESS;
  if (handle_state(&packed_table, handle) == HANDLE_STALE) {
    misuse(MISUSE_DOUBLE_MODEL_RELEASE, "packed handle %p was released before", handle);
    code = HB_DNN_INVALID_PACKED_DNN_HANDLE;
  } else {
    Packed *packed = handle_find(&packed_table, handle);
    if (packed == NULL) {
      code = HB_DNN_INVALID_PACKED_DNN_HANDLE;
    } else if (packed->tasks > 0) {
      misuse(MISUSE_MODEL_RELEASED_WITH_TASKS, "%d tasks are not released", packed->tasks);
      code = HB_DNN_MODEL_IS_RUNNING;
    } else {
      handle_retire(&packed_table, handle);
      retire_models(packed);
      control->live.packed--;
      packed_unref(packed);
    }
  }
  state_unlock();
  return code;
}

int32_t packed_names(const char ***names, int32_t *count, hbPackedDNNHandle_t handle) {
  state_lock();
  Packed *packed = handle_find(&packed_table, handle);
  int32_t code = packed == NULL                   ? HB_DNN_INVALID_PACKED_DNN_HANDLE
                 : names == NULL || count == NULL ? HB_DNN_INVALID_ARGUMENT
                                                  : HB_DNN_SUCCESS;
  if (code == HB_DNN_SUCCESS) {
    *names = packed->names;
    *count = packed->model_count;
  }
  state_unlock();
  return code;
}

int32_t packed_model(hbDNNHandle_t *out, hbPackedDNNHandle_t handle, const char *name) {
  state_lock();
  const Packed *packed = handle_find(&packed_table, handle);
  int32_t code = packed == NULL ? HB_DNN_INVALID_PACKED_DNN_HANDLE : HB_DNN_INVALID_ARGUMENT;
  for (int i = 0; packed != NULL && out != NULL && name != NULL && i < packed->model_count; i++) {
    if (strcmp(packed->names[i], name) == 0) {
      *out = packed->models[i].handle;
      code = HB_DNN_SUCCESS;
    }
  }
  state_unlock();
  return code;
}

void packed_unref(Packed *packed) {
  if (--packed->users == 0) {
    free_packed(packed);
  }
}
