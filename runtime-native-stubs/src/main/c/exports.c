// SPDX-License-Identifier: Apache-2.0
/* The exported table. Each function counts, applies faults, works elsewhere and records. */
#include <string.h>

#include "bpu4j/hb_dnn.h"
#include "call.h"
#include "control.h"
#include "infer.h"
#include "memory.h"
#include "model.h"
#include "status.h"

/* The shape of the real string, with a word in it that no real library has. */
static const char RUNTIME_VERSION[] = "1.24.5_(3.15.55 HBRT, bpu4j-stub)";

#define EXPORT __attribute__((visibility("default")))

/* Runs the work unless a fault takes its place, and returns its code. */
#define CALL(name, first, second, work)                                          \
  Call call = call_begin(FN_##name, (uint64_t)(uintptr_t)(first), (uint64_t)(int64_t)(second)); \
  int32_t code = call.skips_work ? call.code : (work);                           \
  return call_end(&call, code)

/* The same for a function that fills *out, which a corrupting fault damages on success. */
#define CALL_FILLING(name, first, second, work, out, damaged)                    \
  Call call = call_begin(FN_##name, (uint64_t)(uintptr_t)(first), (uint64_t)(int64_t)(second)); \
  int32_t code = call.skips_work ? call.code : (work);                           \
  if (call.corrupts && code == HB_DNN_SUCCESS) {                                 \
    *(out) = (damaged);                                                          \
  }                                                                              \
  return call_end(&call, code)

static uint64_t physical(const hbSysMem *memory) { return memory != NULL ? memory->phyAddr : 0; }

/* As if the library knew another layout: every field 8 bytes early, or 8 bytes too many. */
static void damage(const Call *call, hbDNNTensorProperties *properties) {
  if (call->corrupts) {
    memmove(properties, (const char *)properties + 8, sizeof *properties - 8);
  }
  if (call->overruns) {
    memset((char *)properties + sizeof *properties, 0, 8);
  }
}

EXPORT const char *hbDNNGetVersion(void) {
  Call call = call_begin(FN_hbDNNGetVersion, 0, 0);
  call_end(&call, 0);
  if (call.skips_work) {
    return NULL;
  }
  return control->runtime[0] != '\0' ? control->runtime : RUNTIME_VERSION;
}

EXPORT int32_t hbDNNInitializeFromFiles(hbPackedDNNHandle_t *packed, const char **paths,
                                        int32_t count) {
  CALL(hbDNNInitializeFromFiles, 0, count, packed_from_files(packed, paths, count));
}

EXPORT int32_t hbDNNInitializeFromDDR(hbPackedDNNHandle_t *packed, const void **blobs,
                                      int32_t *lengths, int32_t count) {
  CALL(hbDNNInitializeFromDDR, 0, count, packed_from_memory(packed, blobs, lengths, count));
}

EXPORT int32_t hbDNNRelease(hbPackedDNNHandle_t packed) {
  CALL(hbDNNRelease, packed, 0, packed_release(packed));
}

EXPORT int32_t hbDNNGetModelNameList(const char ***names, int32_t *count,
                                     hbPackedDNNHandle_t packed) {
  CALL_FILLING(hbDNNGetModelNameList, packed, 0, packed_names(names, count, packed), count, -1);
}

EXPORT int32_t hbDNNGetModelHandle(hbDNNHandle_t *model, hbPackedDNNHandle_t packed,
                                   const char *name) {
  CALL(hbDNNGetModelHandle, packed, 0, packed_model(model, packed, name));
}

EXPORT int32_t hbDNNGetInputCount(int32_t *count, hbDNNHandle_t model) {
  CALL_FILLING(hbDNNGetInputCount, model, 0, model_count(count, model, false), count, -1);
}

EXPORT int32_t hbDNNGetInputName(const char **name, hbDNNHandle_t model, int32_t index) {
  CALL_FILLING(hbDNNGetInputName, model, index, model_tensor_name(name, model, index, false), name,
               NULL);
}

EXPORT int32_t hbDNNGetInputTensorProperties(hbDNNTensorProperties *properties,
                                             hbDNNHandle_t model, int32_t index) {
  Call call = call_begin(FN_hbDNNGetInputTensorProperties, (uintptr_t)model, (uint64_t)index);
  int32_t code = call.skips_work ? call.code : model_properties(properties, model, index, false);
  if (code == HB_DNN_SUCCESS) {
    damage(&call, properties);
  }
  return call_end(&call, code);
}

EXPORT int32_t hbDNNGetOutputCount(int32_t *count, hbDNNHandle_t model) {
  CALL_FILLING(hbDNNGetOutputCount, model, 0, model_count(count, model, true), count, -1);
}

EXPORT int32_t hbDNNGetOutputName(const char **name, hbDNNHandle_t model, int32_t index) {
  CALL_FILLING(hbDNNGetOutputName, model, index, model_tensor_name(name, model, index, true), name,
               NULL);
}

EXPORT int32_t hbDNNGetOutputTensorProperties(hbDNNTensorProperties *properties,
                                              hbDNNHandle_t model, int32_t index) {
  Call call = call_begin(FN_hbDNNGetOutputTensorProperties, (uintptr_t)model, (uint64_t)index);
  int32_t code = call.skips_work ? call.code : model_properties(properties, model, index, true);
  if (code == HB_DNN_SUCCESS) {
    damage(&call, properties);
  }
  return call_end(&call, code);
}

EXPORT int32_t hbDNNGetInputSource(int32_t *source, hbDNNHandle_t model, int32_t index) {
  CALL_FILLING(hbDNNGetInputSource, model, index, model_source(source, model, index), source, -1);
}

EXPORT int32_t hbDNNGetModelDesc(const char **description, uint32_t *size, int32_t *type,
                                 hbDNNHandle_t model) {
  CALL_FILLING(hbDNNGetModelDesc, model, 0, model_description(description, size, type, model),
               description, NULL);
}

EXPORT int32_t hbDNNGetModelTag(const char **tag, hbDNNHandle_t model) {
  CALL_FILLING(hbDNNGetModelTag, model, 0, model_tag(tag, model), tag, NULL);
}

/* A failed submit leaves no handle behind. */
static int32_t submit(Call *call, hbDNNTaskHandle_t *task, hbDNNTensor **outputs,
                      const Submission *submission, hbDNNHandle_t model,
                      const hbDNNInferCtrlParam *options) {
  Submission complete = *submission;
  complete.outputs = outputs != NULL ? *outputs : NULL;
  int32_t code = call->skips_work ? call->code
                                  : infer_submit(task, &complete, model, options, call);
  call->first = code == HB_DNN_SUCCESS ? (uintptr_t)*task : 0;
  return call_end(call, code);
}

EXPORT int32_t hbDNNInfer(hbDNNTaskHandle_t *task, hbDNNTensor **outputs,
                          const hbDNNTensor *inputs, hbDNNHandle_t model,
                          hbDNNInferCtrlParam *options) {
  Call call = call_begin(FN_hbDNNInfer, 0, (uintptr_t)model);
  Submission submission = {.inputs = inputs};
  return submit(&call, task, outputs, &submission, model, options);
}

EXPORT int32_t hbDNNRoiInfer(hbDNNTaskHandle_t *task, hbDNNTensor **outputs,
                             const hbDNNTensor *inputs, hbDNNRoi *rois, int32_t roiCount,
                             hbDNNHandle_t model, hbDNNInferCtrlParam *options) {
  Call call = call_begin(FN_hbDNNRoiInfer, 0, (uintptr_t)model);
  if (rois == NULL && !call.skips_work) {
    return call_end(&call, HB_DNN_INVALID_ARGUMENT);
  }
  Submission submission = {.inputs = inputs, .rois = rois, .roi_count = roiCount};
  return submit(&call, task, outputs, &submission, model, options);
}

EXPORT int32_t hbDNNSetTaskDoneCb(hbDNNTaskHandle_t task, hbDNNTaskDoneCb callback,
                                  void *userData) {
  CALL(hbDNNSetTaskDoneCb, task, 0, infer_set_callback(task, callback, userData));
}

EXPORT int32_t hbDNNWaitTaskDone(hbDNNTaskHandle_t task, int32_t timeoutMs) {
  CALL(hbDNNWaitTaskDone, task, timeoutMs, infer_wait(task, timeoutMs));
}

EXPORT int32_t hbDNNReleaseTask(hbDNNTaskHandle_t task) {
  CALL(hbDNNReleaseTask, task, 0, infer_release(task));
}

EXPORT const char *hbDNNGetErrorDesc(int32_t code) {
  Call call = call_begin(FN_hbDNNGetErrorDesc, (uint64_t)(int64_t)code, 0);
  call_end(&call, 0);
  return call.skips_work ? NULL : status_text(code);
}

EXPORT int32_t hbSysAllocMem(hbSysMem *memory, uint32_t size) {
  CALL(hbSysAllocMem, 0, size, memory_alloc(memory, size, false));
}

EXPORT int32_t hbSysAllocCachedMem(hbSysMem *memory, uint32_t size) {
  CALL(hbSysAllocCachedMem, 0, size, memory_alloc(memory, size, true));
}

EXPORT int32_t hbSysFlushMem(hbSysMem *memory, int32_t flag) {
  Call call = call_begin(FN_hbSysFlushMem, physical(memory), (uint64_t)flag);
  if (call.skips_work && flag == HB_SYS_MEM_CACHE_INVALIDATE) {
    memory_note_invalidation(memory);
  }
  return call_end(&call, call.skips_work ? call.code : memory_flush(memory, flag));
}

EXPORT int32_t hbSysFreeMem(hbSysMem *memory) {
  CALL(hbSysFreeMem, physical(memory), 0, memory_free(memory));
}

EXPORT int32_t hbSysRegisterMem(hbSysMem *memory) {
  CALL(hbSysRegisterMem, physical(memory), 0, memory_register(memory));
}

EXPORT int32_t hbSysUnregisterMem(hbSysMem *memory) {
  CALL(hbSysUnregisterMem, physical(memory), 0, memory_unregister(memory));
}

EXPORT int32_t hbSysWriteMem(hbSysMem *destination, char *source, uint32_t size) {
  CALL(hbSysWriteMem, physical(destination), size, memory_write(destination, source, size));
}

EXPORT int32_t hbSysReadMem(char *destination, hbSysMem *source, uint32_t size) {
  CALL(hbSysReadMem, physical(source), size, memory_read(destination, source, size));
}
