// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "shim.h"

#include <bpu4j/hb_dnn.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(sizeof(hbSysMem) == 24, "memory block");
_Static_assert(sizeof(hbDNNTensorShape) == 36, "shape");
_Static_assert(sizeof(hbDNNTensorProperties) == 176, "tensor properties");
_Static_assert(sizeof(hbDNNTensor) == 272, "tensor");
_Static_assert(sizeof(hbDNNInferCtrlParam) == 32, "control");

/* FUNCTION(required, name, parameters, arguments): every forwarded function that returns a code. */
#define FUNCTIONS(FUNCTION)                                                                       \
  FUNCTION(1, hbDNNInitializeFromFiles,                                                           \
           (hbPackedDNNHandle_t * packed, const char **paths, int32_t count),                     \
           (packed, paths, count))                                                                \
  FUNCTION(1, hbDNNRelease, (hbPackedDNNHandle_t packed), (packed))                               \
  FUNCTION(1, hbDNNGetModelNameList,                                                              \
           (const char ***names, int32_t *count, hbPackedDNNHandle_t packed),                     \
           (names, count, packed))                                                                \
  FUNCTION(1, hbDNNGetModelHandle,                                                                \
           (hbDNNHandle_t * model, hbPackedDNNHandle_t packed, const char *name),                 \
           (model, packed, name))                                                                 \
  FUNCTION(1, hbDNNGetInputCount, (int32_t * count, hbDNNHandle_t model), (count, model))         \
  FUNCTION(1, hbDNNGetInputName, (const char **name, hbDNNHandle_t model, int32_t index),         \
           (name, model, index))                                                                  \
  FUNCTION(1, hbDNNGetInputTensorProperties,                                                      \
           (hbDNNTensorProperties * properties, hbDNNHandle_t model, int32_t index),              \
           (properties, model, index))                                                            \
  FUNCTION(1, hbDNNGetOutputCount, (int32_t * count, hbDNNHandle_t model), (count, model))        \
  FUNCTION(1, hbDNNGetOutputName, (const char **name, hbDNNHandle_t model, int32_t index),        \
           (name, model, index))                                                                  \
  FUNCTION(1, hbDNNGetOutputTensorProperties,                                                     \
           (hbDNNTensorProperties * properties, hbDNNHandle_t model, int32_t index),              \
           (properties, model, index))                                                            \
  FUNCTION(1, hbDNNInfer,                                                                         \
           (hbDNNTaskHandle_t * task, hbDNNTensor * *outputs, const hbDNNTensor *inputs,          \
            hbDNNHandle_t model, hbDNNInferCtrlParam *control),                                   \
           (task, outputs, inputs, model, control))                                               \
  FUNCTION(1, hbDNNWaitTaskDone, (hbDNNTaskHandle_t task, int32_t timeoutMs), (task, timeoutMs))  \
  FUNCTION(1, hbDNNReleaseTask, (hbDNNTaskHandle_t task), (task))                                 \
  FUNCTION(1, hbSysAllocMem, (hbSysMem * memory, uint32_t size), (memory, size))                  \
  FUNCTION(1, hbSysAllocCachedMem, (hbSysMem * memory, uint32_t size), (memory, size))            \
  FUNCTION(1, hbSysFlushMem, (hbSysMem * memory, int32_t flag), (memory, flag))                   \
  FUNCTION(1, hbSysFreeMem, (hbSysMem * memory), (memory))                                        \
  FUNCTION(0, hbDNNGetInputSource, (int32_t * source, hbDNNHandle_t model, int32_t index),        \
           (source, model, index))

struct library {
  void *handle;
  struct library *next;
  const char *(*hbDNNGetVersion)(void);
  const char *(*hbDNNGetErrorDesc)(int32_t code);
#define FIELD(required, name, parameters, arguments) int32_t(*name) parameters;
  FUNCTIONS(FIELD)
#undef FIELD
};

static const struct library NONE;
static const struct library *bound = &NONE;
static struct library *opened;

#define FORWARD(required, name, parameters, arguments)                       \
  int32_t name parameters {                                                  \
    return bound->name == NULL ? BPU4J_NOT_AVAILABLE : bound->name arguments; \
  }
FUNCTIONS(FORWARD)
#undef FORWARD

const char *hbDNNGetErrorDesc(int32_t code) {
  return bound->hbDNNGetErrorDesc == NULL ? NULL : bound->hbDNNGetErrorDesc(code);
}

/* Where each function's address goes in the table; object and function pointers are of one size. */
static const struct row {
  const char *name;
  int required;
  size_t offset;
} ROWS[] = {
#define ROW(required, name, parameters, arguments) {#name, required, offsetof(struct library, name)},
    FUNCTIONS(ROW)
#undef ROW
    {"hbDNNGetVersion", 1, offsetof(struct library, hbDNNGetVersion)},
    {"hbDNNGetErrorDesc", 0, offsetof(struct library, hbDNNGetErrorDesc)}};

enum { ROW_COUNT = sizeof ROWS / sizeof ROWS[0] };

static void *load(const char *path, int scope, char *message, int32_t messageSize) {
  void *handle = dlopen(path, RTLD_NOW | scope);
  if (handle == NULL) {
    snprintf(message, (size_t)messageSize, "%s", dlerror());
  }
  return handle;
}

static int resolve(void *handle, struct library *library, char *message, int32_t messageSize) {
  for (int i = 0; i < ROW_COUNT; i++) {
    void *symbol = dlsym(handle, ROWS[i].name);
    if (symbol == NULL && ROWS[i].required) {
      snprintf(message, (size_t)messageSize, "it lacks the function %s", ROWS[i].name);
      return 0;
    }
    memcpy((char *)library + ROWS[i].offset, &symbol, sizeof symbol);
  }
  return 1;
}

void *bpu4j_open(const char *path, char *message, int32_t messageSize) {
  void *handle = load(path, RTLD_LOCAL, message, messageSize);
  if (handle == NULL) {
    return NULL;
  }
  for (struct library *known = opened; known != NULL; known = known->next) {
    if (known->handle == handle) {
      return known;
    }
  }
  struct library *library = calloc(1, sizeof *library);
  if (library == NULL) {
    snprintf(message, (size_t)messageSize, "no memory for its table of functions");
    return NULL;
  }
  if (!resolve(handle, library, message, messageSize)) {
    free(library);
    return NULL;
  }
  library->handle = handle;
  library->next = opened;
  opened = library;
  return library;
}

int32_t bpu4j_preload(const char *path, char *message, int32_t messageSize) {
  return load(path, RTLD_GLOBAL, message, messageSize) == NULL ? -1 : 0;
}

const char *bpu4j_version(void *library) { return ((struct library *)library)->hbDNNGetVersion(); }

int32_t bpu4j_has(void *library, const char *function) {
  return dlsym(((struct library *)library)->handle, function) != NULL;
}

void bpu4j_bind(void *library) { bound = library; }
