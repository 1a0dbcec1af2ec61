// SPDX-License-Identifier: Apache-2.0
#include "tensor.h"

#include <string.h>

static const int64_t MOST_ELEMENTS = 1LL << 26;

int32_t element_size(int32_t type) {
  static const int8_t SIZES[HB_DNN_TENSOR_TYPE_MAX] = {
      [HB_DNN_IMG_TYPE_Y] = 1,       [HB_DNN_IMG_TYPE_YUV444] = 1,  [HB_DNN_IMG_TYPE_RGB] = 1,
      [HB_DNN_IMG_TYPE_BGR] = 1,     [HB_DNN_TENSOR_TYPE_S8] = 1,   [HB_DNN_TENSOR_TYPE_U8] = 1,
      [HB_DNN_TENSOR_TYPE_F16] = 2,  [HB_DNN_TENSOR_TYPE_S16] = 2,  [HB_DNN_TENSOR_TYPE_U16] = 2,
      [HB_DNN_TENSOR_TYPE_F32] = 4,  [HB_DNN_TENSOR_TYPE_S32] = 4,  [HB_DNN_TENSOR_TYPE_U32] = 4,
      [HB_DNN_TENSOR_TYPE_F64] = 8,  [HB_DNN_TENSOR_TYPE_S64] = 8,  [HB_DNN_TENSOR_TYPE_U64] = 8,
  };
  return type >= 0 && type < HB_DNN_TENSOR_TYPE_MAX ? SIZES[type] : 0;
}

bool is_nv12(int32_t type) {
  return type == HB_DNN_IMG_TYPE_NV12 || type == HB_DNN_IMG_TYPE_NV12_SEPARATE;
}

bool is_image(int32_t type) { return type >= HB_DNN_IMG_TYPE_Y && type <= HB_DNN_IMG_TYPE_BGR; }

int32_t height_axis(int32_t layout) { return layout == HB_DNN_LAYOUT_NHWC ? 1 : 2; }

int32_t width_axis(int32_t layout) { return layout == HB_DNN_LAYOUT_NHWC ? 2 : 3; }

int64_t shape_elements(const hbDNNTensorShape *shape) {
  if (shape->numDimensions < 1 || shape->numDimensions > HB_DNN_TENSOR_MAX_DIMENSIONS) {
    return -1;
  }
  int64_t count = 1;
  for (int i = 0; i < shape->numDimensions; i++) {
    int32_t size = shape->dimensionSize[i];
    if (size < 1 || count > MOST_ELEMENTS / size) {
      return -1;
    }
    count *= size;
  }
  return count;
}

bool shape_equal(const hbDNNTensorShape *a, const hbDNNTensorShape *b) {
  return a->numDimensions == b->numDimensions && a->numDimensions >= 0 &&
         a->numDimensions <= HB_DNN_TENSOR_MAX_DIMENSIONS &&
         memcmp(a->dimensionSize, b->dimensionSize,
                (size_t)a->numDimensions * sizeof *a->dimensionSize) == 0;
}

int64_t shape_bytes(const hbDNNTensorShape *shape, int32_t type, int32_t layout) {
  if (!is_nv12(type)) {
    return shape_elements(shape) * element_size(type);
  }
  int64_t pixels = (int64_t)shape->dimensionSize[0] * shape->dimensionSize[height_axis(layout)] *
                   shape->dimensionSize[width_axis(layout)];
  return pixels * 3 / 2;
}

void stride_of_aligned(hbDNNTensorProperties *properties) {
  int64_t step = element_size(properties->tensorType);
  for (int i = properties->alignedShape.numDimensions - 1; i >= 0; i--) {
    properties->stride[i] = (int32_t)step;
    step *= properties->alignedShape.dimensionSize[i];
  }
}

void element_offsets(const hbDNNTensorShape *shape, const int32_t *stride, int32_t *offsets) {
  int32_t index[HB_DNN_TENSOR_MAX_DIMENSIONS] = {0};
  int64_t count = shape_elements(shape);
  int64_t offset = 0;
  for (int64_t i = 0; i < count; i++) {
    offsets[i] = (int32_t)offset;
    for (int d = shape->numDimensions - 1; d >= 0; d--) {
      offset += stride[d];
      if (++index[d] < shape->dimensionSize[d]) {
        break;
      }
      offset -= (int64_t)stride[d] * shape->dimensionSize[d];
      index[d] = 0;
    }
  }
}
