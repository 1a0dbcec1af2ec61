// SPDX-License-Identifier: Apache-2.0
/* Fills what the lines of a tensor left open and refuses what does not fit together. */
#include <stdlib.h>
#include <string.h>

#include "parser.h"
#include "scores.h"
#include "tensor.h"

static bool fits(const hbDNNTensorProperties *properties, const int32_t *stride) {
  int64_t last = element_size(properties->tensorType);
  for (int i = 0; i < properties->validShape.numDimensions; i++) {
    last += (int64_t)stride[i] * (properties->validShape.dimensionSize[i] - 1);
  }
  return last <= properties->alignedByteSize;
}

static bool table_fits(int32_t length, const hbDNNTensorProperties *properties) {
  int32_t axis = properties->quantizeAxis;
  return length <= 1 || (axis < properties->validShape.numDimensions &&
                         length == properties->validShape.dimensionSize[axis]);
}

static bool quantization_fits(Parser *parser, const hbDNNTensorProperties *properties) {
  if (!table_fits(properties->scale.scaleLen, properties) ||
      !table_fits(properties->scale.zeroPointLen, properties) ||
      !table_fits(properties->shift.shiftLen, properties)) {
    return parser_fails(parser, "scale, zero_point and shift need 1 entry or one per step of axis");
  }
  if ((properties->quantiType == HB_DNN_QUANTI_SCALE && properties->scale.scaleLen == 0) ||
      (properties->quantiType == HB_DNN_QUANTI_SHIFT && properties->shift.shiftLen == 0)) {
    return parser_fails(parser, "quanti SCALE needs scale, quanti SHIFT needs shift");
  }
  for (int32_t i = 0; i < properties->scale.scaleLen; i++) {
    if (properties->scale.scaleData[i] == 0.0F) {
      return parser_fails(parser, "scale %d is 0: no score can be divided by it", i);
    }
  }
  return true;
}

static bool output_complete(Parser *parser, Tensor *tensor) {
  for (int i = 0; i < tensor->scripted; i++) {
    if (tensor->script[i].index >= tensor->count) {
      return parser_fails(parser, "score %d of output %s, which has %d", tensor->script[i].index,
                          tensor->name, tensor->count);
    }
  }
  return scores_prepare(tensor) || parser_fails(parser, "out of memory");
}

static bool compute_offsets(Parser *parser, Tensor *tensor) {
  tensor->count = (int32_t)shape_elements(&tensor->properties.validShape);
  tensor->offsets = calloc((size_t)tensor->count, sizeof *tensor->offsets);
  if (tensor->offsets == NULL) {
    return parser_fails(parser, "out of memory");
  }
  element_offsets(&tensor->properties.validShape, tensor->written, tensor->offsets);
  return true;
}

/* A picture may be padded to the right only, and NV12 has even sides. */
static bool picture_fits(const hbDNNTensorProperties *properties) {
  int32_t axis = width_axis(properties->tensorLayout);
  int32_t width = properties->validShape.dimensionSize[axis];
  int32_t height = properties->validShape.dimensionSize[height_axis(properties->tensorLayout)];
  hbDNNTensorShape cut = properties->alignedShape;
  cut.dimensionSize[axis] = width;
  return shape_equal(&cut, &properties->validShape) &&
         properties->alignedShape.dimensionSize[axis] >= width &&
         (!is_nv12(properties->tensorType) || (width % 2 == 0 && height % 2 == 0));
}

bool tensor_complete(Parser *parser) {
  Tensor *tensor = parser->tensor;
  hbDNNTensorProperties *properties = &tensor->properties;
  bool image = is_image(properties->tensorType);
  if (shape_elements(&properties->validShape) < 0) {
    return parser_fails(parser, "%s has no valid shape", tensor->name);
  }
  if (!parser->has_aligned) {
    properties->alignedShape = properties->validShape;
  }
  if (properties->alignedShape.numDimensions != properties->validShape.numDimensions ||
      (image && (properties->validShape.numDimensions != 4 ||
                 properties->tensorLayout == HB_DNN_LAYOUT_NONE || parser->is_output))) {
    return parser_fails(parser, "%s: shapes need equal ranks; an image is a 4-D input, NHWC or NCHW",
                        tensor->name);
  }
  if (image && !picture_fits(properties)) {
    return parser_fails(parser, "%s: a picture is padded in width alone, NV12 has even sides",
                        tensor->name);
  }
  if (tensor->source == HB_DNN_INPUT_FROM_RESIZER &&
      (!image || properties->validShape.dimensionSize[0] != 1)) {
    return parser_fails(parser, "%s: a resizer input is one picture", tensor->name);
  }
  int64_t dense = shape_bytes(&properties->alignedShape, properties->tensorType,
                              properties->tensorLayout);
  if (dense > INT32_MAX) {
    return parser_fails(parser, "%s takes %lld bytes, at most 2^31-1", tensor->name,
                        (long long)dense);
  }
  if (!parser->has_bytes) {
    properties->alignedByteSize = (int32_t)dense;
  }
  if (!image && !parser->has_stride) {
    stride_of_aligned(properties);
  }
  if (!parser->has_written) {
    memcpy(tensor->written, properties->stride, sizeof tensor->written);
  }
  if (image ? properties->alignedByteSize < dense
            : !fits(properties, properties->stride) || !fits(properties, tensor->written)) {
    return parser_fails(parser, "%s does not fit into its %d bytes", tensor->name,
                        properties->alignedByteSize);
  }
  return quantization_fits(parser, properties) && (image || compute_offsets(parser, tensor)) &&
         (!parser->is_output || output_complete(parser, tensor));
}
