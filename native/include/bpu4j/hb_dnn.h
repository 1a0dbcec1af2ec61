// SPDX-License-Identifier: Apache-2.0
/*
 * The C interface of libdnn.so 1.18 .. 1.24 (RDK X5) as far as bpu4j uses it, restated from
 * measured layouts and observed behavior. It is not the vendor's header and contains none of it.
 * LP64 and little-endian only; every enumeration is carried as int32_t.
 *
 * Arguments that are filled in come first. Functions return 0, or a negative code named below.
 */
#ifndef BPU4J_HB_DNN_H
#define BPU4J_HB_DNN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Limits ---- */

enum {
  HB_DNN_TENSOR_MAX_DIMENSIONS = 8,
  /* Tasks that may be alive in one process. */
  HB_DNN_MAX_TASKS = 32,
  /* Most submits in one chain, and most regions in one region inference. */
  HB_DNN_MAX_BATCH = 255
};

/* ---- Status codes ---- */

enum {
  HB_DNN_SUCCESS = 0,
  HB_DNN_INVALID_ARGUMENT = -6000001,
  HB_DNN_INVALID_MODEL = -6000002,
  HB_DNN_MODEL_NUMBER_EXCEED_LIMIT = -6000003,
  HB_DNN_INVALID_PACKED_DNN_HANDLE = -6000004,
  HB_DNN_INVALID_DNN_HANDLE = -6000005,
  HB_DNN_CAN_NOT_OPEN_FILE = -6000006,
  HB_DNN_OUT_OF_MEMORY = -6000007,
  HB_DNN_TIMEOUT = -6000008,
  HB_DNN_TASK_NUM_EXCEED_LIMIT = -6000009,
  HB_DNN_TASK_BATCH_SIZE_EXCEED_LIMIT = -6000010,
  HB_DNN_INVALID_TASK_HANDLE = -6000011,
  HB_DNN_RUN_TASK_FAILED = -6000012,
  HB_DNN_MODEL_IS_RUNNING = -6000013,
  HB_DNN_INCOMPATIBLE_MODEL = -6000014,
  HB_DNN_API_USE_ERROR = -6000015,
  HB_DNN_MULTI_PROGRESS_USE_ERROR = -6000016,

  HB_SYS_SUCCESS = 0,
  HB_SYS_INVALID_ARGUMENT = -6000129,
  HB_SYS_OUT_OF_MEMORY = -6000130,
  HB_SYS_REGISTER_MEM_FAILED = -6000131
};

/* ---- Values of the int32_t fields and arguments ---- */

/* hbDNNInferCtrlParam.bpuCoreId: bit flags. The X5 has core 0 alone. */
enum { HB_BPU_CORE_ANY = 0, HB_BPU_CORE_0 = 1, HB_BPU_CORE_1 = 2 };

/* hbDNNInferCtrlParam.dspCoreId: a placeholder, the X5 has no such path. */
enum { HB_DSP_CORE_ANY = 0, HB_DSP_CORE_0 = 1, HB_DSP_CORE_1 = 2 };

/* hbDNNInferCtrlParam.priority: larger runs first. */
enum { HB_DNN_PRIORITY_LOWEST = 0, HB_DNN_PRIORITY_HIGHEST = 255 };

/* Second argument of hbSysFlushMem. */
enum { HB_SYS_MEM_CACHE_INVALIDATE = 1, HB_SYS_MEM_CACHE_CLEAN = 2 };

/* hbDNNTensorProperties.tensorLayout */
enum { HB_DNN_LAYOUT_NHWC = 0, HB_DNN_LAYOUT_NCHW = 2, HB_DNN_LAYOUT_NONE = 255 };

/* hbDNNTensorProperties.quantiType */
enum { HB_DNN_QUANTI_NONE = 0, HB_DNN_QUANTI_SHIFT = 1, HB_DNN_QUANTI_SCALE = 2 };

/* hbDNNTensorProperties.tensorType; the comments give bits per element. */
enum {
  HB_DNN_IMG_TYPE_Y = 0,             /* 8 */
  HB_DNN_IMG_TYPE_NV12 = 1,          /* 12 per pixel, one block */
  HB_DNN_IMG_TYPE_NV12_SEPARATE = 2, /* 12 per pixel, sysMem[0] = Y, sysMem[1] = UV */
  HB_DNN_IMG_TYPE_YUV444 = 3,        /* 24 per pixel */
  HB_DNN_IMG_TYPE_RGB = 4,           /* 24 per pixel */
  HB_DNN_IMG_TYPE_BGR = 5,           /* 24 per pixel */
  HB_DNN_TENSOR_TYPE_S4 = 6,         /* 4 */
  HB_DNN_TENSOR_TYPE_U4 = 7,         /* 4 */
  HB_DNN_TENSOR_TYPE_S8 = 8,         /* 8 */
  HB_DNN_TENSOR_TYPE_U8 = 9,         /* 8 */
  HB_DNN_TENSOR_TYPE_F16 = 10,       /* 16 */
  HB_DNN_TENSOR_TYPE_S16 = 11,       /* 16 */
  HB_DNN_TENSOR_TYPE_U16 = 12,       /* 16 */
  HB_DNN_TENSOR_TYPE_F32 = 13,       /* 32 */
  HB_DNN_TENSOR_TYPE_S32 = 14,       /* 32 */
  HB_DNN_TENSOR_TYPE_U32 = 15,       /* 32 */
  HB_DNN_TENSOR_TYPE_F64 = 16,       /* 64 */
  HB_DNN_TENSOR_TYPE_S64 = 17,       /* 64 */
  HB_DNN_TENSOR_TYPE_U64 = 18,       /* 64 */
  HB_DNN_TENSOR_TYPE_MAX = 19        /* how many there are */
};

/* First argument of hbDNNGetInputSource. */
enum { HB_DNN_INPUT_FROM_DDR = 0, HB_DNN_INPUT_FROM_RESIZER = 1, HB_DNN_INPUT_FROM_PYRAMID = 2 };

/* Third argument of hbDNNGetModelDesc. */
enum { HB_DNN_DESC_TYPE_UNKNOWN = 0, HB_DNN_DESC_TYPE_STRING = 1, HB_DNN_DESC_TYPE_BINARY = 2 };

/* ---- Types ---- */

/* A block the device can reach; its size is 32 bits wide, so under 4 GiB. 24 bytes. */
typedef struct {
  uint64_t phyAddr;
  void *virAddr;
  uint32_t memSize;
} hbSysMem;

/* 36 bytes. */
typedef struct {
  int32_t dimensionSize[8];
  int32_t numDimensions;
} hbDNNTensorShape;

/* Power-of-two quantization: real = q / 2^shiftData[c]. 16 bytes. */
typedef struct {
  int32_t shiftLen;
  uint8_t *shiftData;
} hbDNNQuantiShift;

/* Affine quantization: real = (q - zeroPointData[c]) * scaleData[c]. 32 bytes. */
typedef struct {
  int32_t scaleLen;
  float *scaleData;
  int32_t zeroPointLen;
  int8_t *zeroPointData;
} hbDNNQuantiScale;

/* Where an element lies and what it means. The tables pointed at belong to the library. 176 bytes. */
typedef struct {
  hbDNNTensorShape validShape;
  hbDNNTensorShape alignedShape;
  int32_t tensorLayout;
  int32_t tensorType;
  hbDNNQuantiShift shift;
  hbDNNQuantiScale scale;
  int32_t quantiType;
  int32_t quantizeAxis;
  int32_t alignedByteSize;
  int32_t stride[8];
} hbDNNTensorProperties;

/* NV12_SEPARATE uses sysMem[0] and [1], every other type [0] alone. 272 bytes. */
typedef struct {
  hbSysMem sysMem[4];
  hbDNNTensorProperties properties;
} hbDNNTensor;

/* A region in pixels, all four edges inside it: width = right - left + 1. 16 bytes. */
typedef struct {
  int32_t left;
  int32_t top;
  int32_t right;
  int32_t bottom;
} hbDNNRoi;

/* All zero bytes is the default. 32 bytes. */
typedef struct {
  int32_t bpuCoreId;
  int32_t dspCoreId;
  int32_t priority;
  int32_t more;
  int64_t customId;
  int32_t reserved1;
  int32_t reserved2;
} hbDNNInferCtrlParam;

typedef void *hbPackedDNNHandle_t;
typedef void *hbDNNHandle_t;
typedef void *hbDNNTaskHandle_t;
typedef void (*hbDNNTaskDoneCb)(hbDNNTaskHandle_t task, int32_t status, void *userData);

/* ---- Functions every runtime must have ---- */

/* A static string that begins with the version: "1.24.5_(3.15.55 HBRT)". */
const char *hbDNNGetVersion(void);

int32_t hbDNNInitializeFromFiles(hbPackedDNNHandle_t *packed, const char **paths, int32_t count);
int32_t hbDNNRelease(hbPackedDNNHandle_t packed);
int32_t hbDNNGetModelNameList(const char ***names, int32_t *count, hbPackedDNNHandle_t packed);
int32_t hbDNNGetModelHandle(hbDNNHandle_t *model, hbPackedDNNHandle_t packed, const char *name);

int32_t hbDNNGetInputCount(int32_t *count, hbDNNHandle_t model);
int32_t hbDNNGetInputName(const char **name, hbDNNHandle_t model, int32_t index);
int32_t hbDNNGetInputTensorProperties(hbDNNTensorProperties *properties, hbDNNHandle_t model,
                                      int32_t index);
int32_t hbDNNGetOutputCount(int32_t *count, hbDNNHandle_t model);
int32_t hbDNNGetOutputName(const char **name, hbDNNHandle_t model, int32_t index);
int32_t hbDNNGetOutputTensorProperties(hbDNNTensorProperties *properties, hbDNNHandle_t model,
                                       int32_t index);

/* outputs: the address of a pointer to the first of consecutive tensors, one per output. */
int32_t hbDNNInfer(hbDNNTaskHandle_t *task, hbDNNTensor **outputs, const hbDNNTensor *inputs,
                   hbDNNHandle_t model, hbDNNInferCtrlParam *control);
/* timeoutMs <= 0 waits without limit. */
int32_t hbDNNWaitTaskDone(hbDNNTaskHandle_t task, int32_t timeoutMs);
int32_t hbDNNReleaseTask(hbDNNTaskHandle_t task);

int32_t hbSysAllocMem(hbSysMem *memory, uint32_t size);
int32_t hbSysAllocCachedMem(hbSysMem *memory, uint32_t size);
int32_t hbSysFlushMem(hbSysMem *memory, int32_t flag);
int32_t hbSysFreeMem(hbSysMem *memory);

/* ---- Functions a runtime may lack ---- */

int32_t hbDNNInitializeFromDDR(hbPackedDNNHandle_t *packed, const void **blobs, int32_t *lengths,
                               int32_t count);
int32_t hbDNNRoiInfer(hbDNNTaskHandle_t *task, hbDNNTensor **outputs, const hbDNNTensor *inputs,
                      hbDNNRoi *rois, int32_t roiCount, hbDNNHandle_t model,
                      hbDNNInferCtrlParam *control);
int32_t hbDNNSetTaskDoneCb(hbDNNTaskHandle_t task, hbDNNTaskDoneCb callback, void *userData);
const char *hbDNNGetErrorDesc(int32_t code);
int32_t hbSysRegisterMem(hbSysMem *memory);
int32_t hbSysUnregisterMem(hbSysMem *memory);
int32_t hbSysWriteMem(hbSysMem *destination, char *source, uint32_t size);
int32_t hbSysReadMem(char *destination, hbSysMem *source, uint32_t size);
int32_t hbDNNGetInputSource(int32_t *source, hbDNNHandle_t model, int32_t index);
int32_t hbDNNGetModelDesc(const char **description, uint32_t *size, int32_t *type,
                          hbDNNHandle_t model);
int32_t hbDNNGetModelTag(const char **tag, hbDNNHandle_t model);

#ifdef __cplusplus
}
#endif

#endif
