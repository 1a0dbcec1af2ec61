// SPDX-License-Identifier: Apache-2.0
#include "scores.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tensor.h"

enum { PADDING = 0xEE };

void checksum_add(uint32_t *sum, uint32_t *position, const uint8_t *bytes, size_t count) {
  uint32_t total = *sum;
  uint32_t weight = 2654435761U * (*position + 1);
  for (size_t i = 0; i < count; i++) {
    total += bytes[i] * (weight | 1U);
    weight += 2654435761U;
  }
  *sum = total;
  *position += (uint32_t)count;
}

uint32_t checksum_join(uint32_t joined, uint32_t input) { return joined * 31 + input; }

static uint32_t mix(uint32_t x) {
  x ^= x >> 16;
  x *= 0x7FEB352DU;
  x ^= x >> 15;
  x *= 0x846CA68BU;
  return x ^ x >> 16;
}

#define STORE(type, value)                       \
  do {                                           \
    type stored = (type)(value);                 \
    memcpy(place, &stored, sizeof stored);       \
  } while (false)

/* An element from 32 bits of the checksum. */
static void store_bits(int32_t type, uint32_t bits, uint8_t *place) {
  float fraction = (float)(bits >> 8) * 0x1p-24F;
  switch (type) {
    case HB_DNN_TENSOR_TYPE_F16: STORE(_Float16, fraction); break;
    case HB_DNN_TENSOR_TYPE_F32: STORE(float, fraction); break;
    case HB_DNN_TENSOR_TYPE_F64: STORE(double, fraction); break;
    case HB_DNN_TENSOR_TYPE_S8:
    case HB_DNN_TENSOR_TYPE_U8: STORE(uint8_t, bits); break;
    case HB_DNN_TENSOR_TYPE_S16:
    case HB_DNN_TENSOR_TYPE_U16: STORE(uint16_t, bits); break;
    case HB_DNN_TENSOR_TYPE_S32: STORE(int32_t, (int32_t)bits >> 8); break;
    case HB_DNN_TENSOR_TYPE_U32: STORE(uint32_t, bits >> 8); break;
    default: STORE(uint64_t, bits); break;
  }
}

static double clip(double value, double low, double high) {
  return value < low ? low : value > high ? high : value;
}

/* An element from a scripted value that is already in the tensor's own units. */
static void store_value(int32_t type, double value, uint8_t *place) {
  double whole = nearbyint(value);
  switch (type) {
    case HB_DNN_TENSOR_TYPE_F16: STORE(_Float16, value); break;
    case HB_DNN_TENSOR_TYPE_F32: STORE(float, value); break;
    case HB_DNN_TENSOR_TYPE_F64: STORE(double, value); break;
    case HB_DNN_TENSOR_TYPE_S8: STORE(int8_t, clip(whole, INT8_MIN, INT8_MAX)); break;
    case HB_DNN_TENSOR_TYPE_U8: STORE(uint8_t, clip(whole, 0, UINT8_MAX)); break;
    case HB_DNN_TENSOR_TYPE_S16: STORE(int16_t, clip(whole, INT16_MIN, INT16_MAX)); break;
    case HB_DNN_TENSOR_TYPE_U16: STORE(uint16_t, clip(whole, 0, UINT16_MAX)); break;
    case HB_DNN_TENSOR_TYPE_S32: STORE(int32_t, clip(whole, INT32_MIN, INT32_MAX)); break;
    case HB_DNN_TENSOR_TYPE_U32: STORE(uint32_t, clip(whole, 0, UINT32_MAX)); break;
    default: STORE(int64_t, clip(whole, -0x1p53, 0x1p53)); break;
  }
}

/* The step of element k along the quantized axis; 0 when one entry serves all. */
static int32_t channel(const hbDNNTensorProperties *properties, int32_t k, int32_t entries) {
  if (entries <= 1) {
    return 0;
  }
  for (int d = properties->validShape.numDimensions - 1; d > properties->quantizeAxis; d--) {
    k /= properties->validShape.dimensionSize[d];
  }
  return k % properties->validShape.dimensionSize[properties->quantizeAxis];
}

static bool is_float(int32_t type) {
  return type == HB_DNN_TENSOR_TYPE_F16 || type == HB_DNN_TENSOR_TYPE_F32 ||
         type == HB_DNN_TENSOR_TYPE_F64;
}

/* Floats are stored as they are, also under a descriptor: a board's files have such outputs. */
static double quantize(const hbDNNTensorProperties *properties, int32_t k, double real) {
  if (is_float(properties->tensorType)) {
    return real;
  }
  const hbDNNQuantiScale *scale = &properties->scale;
  const hbDNNQuantiShift *shift = &properties->shift;
  switch (properties->quantiType) {
    case HB_DNN_QUANTI_SCALE: {
      double zero = scale->zeroPointLen == 0
                        ? 0
                        : scale->zeroPointData[channel(properties, k, scale->zeroPointLen)];
      return real / (double)scale->scaleData[channel(properties, k, scale->scaleLen)] + zero;
    }
    case HB_DNN_QUANTI_SHIFT:
      return real * (double)(1LL << shift->shiftData[channel(properties, k, shift->shiftLen)]);
    default:
      return real;
  }
}

bool scores_prepare(Tensor *output) {
  const hbDNNTensorProperties *properties = &output->properties;
  if (output->scripted < 0) {
    return true;
  }
  output->image = malloc((size_t)properties->alignedByteSize);
  if (output->image == NULL) {
    return false;
  }
  memset(output->image, PADDING, (size_t)properties->alignedByteSize);
  for (int32_t k = 0; k < output->count; k++) {
    store_value(properties->tensorType, quantize(properties, k, output->rest),
                output->image + output->offsets[k]);
  }
  for (int32_t i = 0; i < output->scripted; i++) {
    int32_t k = output->script[i].index;
    store_value(properties->tensorType, quantize(properties, k, output->script[i].value),
                output->image + output->offsets[k]);
  }
  return true;
}

void scores_write(const Tensor *output, uint32_t checksum, uint8_t *bytes) {
  size_t size = (size_t)output->properties.alignedByteSize;
  if (output->image != NULL && (!output->exact || output->wanted == checksum)) {
    memcpy(bytes, output->image, size);
    return;
  }
  memset(bytes, PADDING, size);
  for (int32_t k = 0; k < output->count; k++) {
    uint32_t bits = mix(checksum + output->seed + (uint32_t)k * 0x9E3779B9U);
    store_bits(output->properties.tensorType, bits, bytes + output->offsets[k]);
  }
}
