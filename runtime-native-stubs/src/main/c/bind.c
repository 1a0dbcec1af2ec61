// SPDX-License-Identifier: Apache-2.0
#include "bind.h"

#include <string.h>

#include "tensor.h"
#include "watch.h"

enum { PITCH_STEP = 16, LEAST_REGION = 2, MOST_REGION = 4096 };

/* A picture within memory: rows of Y or of whole pixels, for NV12 followed by rows of UV. */
typedef struct {
  int64_t pitch;
  int64_t rows;
  int32_t left; /* bytes into a row */
  int32_t top;
  int32_t row_bytes;
  int32_t rows_used;
} Picture;

/* Which input, of which item of a region inference. */
typedef struct {
  int32_t item;
  int32_t input;
} InputKey;

static bool same_but_batch(const hbDNNTensorShape *model, const hbDNNTensorShape *given) {
  hbDNNTensorShape one = *model;
  one.dimensionSize[0] = 1;
  return shape_equal(model, given) || shape_equal(&one, given);
}

static bool type_serves(const hbDNNTensorProperties *model, const hbDNNTensorProperties *given) {
  bool type = given->tensorType == model->tensorType ||
              (is_nv12(given->tensorType) && is_nv12(model->tensorType));
  return type && given->tensorLayout == model->tensorLayout;
}

/* The aligned shape may say the model's, the valid one, or for a picture another row pitch. */
static bool alignment_serves(const hbDNNTensorProperties *model,
                             const hbDNNTensorProperties *given) {
  if (same_but_batch(&model->alignedShape, &given->alignedShape) ||
      shape_equal(&given->validShape, &given->alignedShape)) {
    return true;
  }
  if (!is_image(given->tensorType)) {
    return false;
  }
  int32_t axis = width_axis(given->tensorLayout);
  hbDNNTensorShape shape = given->alignedShape;
  int32_t pitch = shape.dimensionSize[axis];
  shape.dimensionSize[axis] = given->validShape.dimensionSize[axis];
  return shape_equal(&shape, &given->validShape) && pitch % PITCH_STEP == 0 &&
         pitch >= given->validShape.dimensionSize[axis];
}

/* Opens a view on that plane of the tensor and remembers it; its index, or -1. */
static int32_t open_plane(Job *job, const hbDNNTensor *tensor, int plane, int64_t bytes) {
  View *view = &job->views[job->view_count];
  if (bytes <= 0 || bytes > UINT32_MAX ||
      !view_open(view, &tensor->sysMem[plane], (uint32_t)bytes, false)) {
    return -1;
  }
  if (view->block->writers > 0) {
    misuse(MISUSE_BLOCK_SHARED, "input block 0x%llx is being written by a running task",
           (unsigned long long)view->block->physical);
  }
  return job->view_count++;
}

static void add_span(Job *job, InputKey key, int32_t view, RowSpan span) {
  span.item = key.item;
  span.input = key.input;
  span.view = view;
  job->spans[job->span_count++] = span;
}

static RowSpan rows_of(const Picture *picture, int64_t base, int32_t vertical) {
  return (RowSpan){.start = base + picture->top / vertical * picture->pitch + picture->left,
                   .pitch = picture->pitch,
                   .rows = picture->rows_used / vertical,
                   .row_bytes = picture->row_bytes};
}

static bool bind_nv12(Job *job, const hbDNNTensor *tensor, const Picture *picture, InputKey key) {
  bool separate = tensor->properties.tensorType == HB_DNN_IMG_TYPE_NV12_SEPARATE;
  int64_t luma = picture->pitch * picture->rows;
  int32_t images = tensor->properties.validShape.dimensionSize[0];
  int32_t y = open_plane(job, tensor, 0, separate ? luma * images : luma * images * 3 / 2);
  int32_t uv = separate && y >= 0 ? open_plane(job, tensor, 1, luma * images / 2) : y;
  if (y < 0 || uv < 0) {
    return false;
  }
  for (int32_t image = 0; image < images; image++) {
    int64_t luma_at = separate ? image * luma : image * luma * 3 / 2;
    int64_t chroma_at = separate ? image * luma / 2 : luma_at + luma;
    add_span(job, key, y, rows_of(picture, luma_at, 1));
    add_span(job, key, uv, rows_of(picture, chroma_at, 2));
  }
  return true;
}

/* One plane: Y alone, or pixels of three bytes side by side or in planes below each other. */
static bool bind_plane(Job *job, const hbDNNTensor *tensor, const Picture *picture, InputKey key) {
  int32_t view = open_plane(job, tensor, 0, picture->pitch * picture->rows);
  if (view >= 0) {
    add_span(job, key, view, rows_of(picture, 0, 1));
  }
  return view >= 0;
}

static Picture whole_picture(const hbDNNTensorProperties *properties) {
  const int32_t *valid = properties->validShape.dimensionSize;
  int32_t layout = properties->tensorLayout;
  int32_t width = valid[width_axis(layout)];
  int64_t pitch = properties->alignedShape.dimensionSize[width_axis(layout)];
  int32_t rows = valid[height_axis(layout)];
  if (!is_nv12(properties->tensorType)) {
    int32_t channels = layout == HB_DNN_LAYOUT_NHWC ? valid[3] : 1;
    rows = (int32_t)(shape_elements(&properties->validShape) / width / channels);
    width *= channels;
    pitch *= channels;
  }
  return (Picture){.pitch = pitch, .rows = rows, .row_bytes = width, .rows_used = rows};
}

static bool region_serves(const hbDNNRoi *roi, const Picture *picture) {
  int64_t width = (int64_t)roi->right - roi->left + 1;
  int64_t height = (int64_t)roi->bottom - roi->top + 1;
  return roi->left >= 0 && roi->top >= 0 && roi->right < picture->row_bytes &&
         roi->bottom < picture->rows && width >= LEAST_REGION && width <= MOST_REGION &&
         height >= LEAST_REGION && height <= MOST_REGION;
}

/* The chroma of a region begins at the pair and row that its first pixel shares. */
static void crop(Picture *picture, const hbDNNRoi *roi) {
  picture->left = roi->left & ~1;
  picture->top = roi->top & ~1;
  picture->row_bytes = (roi->right | 1) - picture->left + 1;
  picture->rows_used = (roi->bottom | 1) - picture->top + 1;
}

static bool bind_picture(Job *job, const hbDNNTensor *tensor, const hbDNNRoi *roi, InputKey key) {
  Picture picture = whole_picture(&tensor->properties);
  bool nv12 = is_nv12(tensor->properties.tensorType);
  if (picture.pitch < picture.row_bytes ||
      (nv12 && (picture.row_bytes % 2 != 0 || picture.rows % 2 != 0))) {
    return false;
  }
  if (roi != NULL) {
    if (!region_serves(roi, &picture)) {
      return false;
    }
    crop(&picture, roi);
  }
  return nv12 ? bind_nv12(job, tensor, &picture, key)
              : bind_plane(job, tensor, &picture, key);
}

static bool bind_features(Job *job, const hbDNNTensor *tensor, const Tensor *model, InputKey key) {
  const hbDNNTensorProperties *given = &tensor->properties;
  int32_t size = element_size(given->tensorType);
  int64_t elements = shape_elements(&given->validShape);
  bool dense = shape_equal(&given->validShape, &given->alignedShape) &&
               !shape_equal(&given->alignedShape, &model->properties.alignedShape);
  RowSpan span = dense ? (RowSpan){.rows = 1, .row_bytes = (int32_t)(elements * size)}
                       : (RowSpan){.offsets = model->offsets,
                                   .rows = (int32_t)elements,
                                   .row_bytes = size};
  int32_t view =
      open_plane(job, tensor, 0, dense ? span.row_bytes : model->properties.alignedByteSize);
  if (view >= 0) {
    add_span(job, key, view, span);
  }
  return view >= 0;
}

bool bind_input(Job *job, int32_t item, int32_t input, const hbDNNTensor *tensor,
                const hbDNNRoi *roi) {
  const Tensor *model = &job->model->inputs[input];
  const hbDNNTensorProperties *given = &tensor->properties;
  InputKey key = {item, input};
  bool size_serves = roi != NULL
                         ? given->validShape.numDimensions == 4 &&
                               given->validShape.dimensionSize[0] == 1 &&
                               shape_elements(&given->validShape) > 0
                         : same_but_batch(&model->properties.validShape, &given->validShape);
  if (!size_serves || !type_serves(&model->properties, given) ||
      !alignment_serves(&model->properties, given)) {
    return false;
  }
  return is_image(given->tensorType) ? bind_picture(job, tensor, roi, key)
                                     : bind_features(job, tensor, model, key);
}

static bool properties_kept(const hbDNNTensorProperties *model,
                            const hbDNNTensorProperties *given) {
  return shape_equal(&model->validShape, &given->validShape) &&
         shape_equal(&model->alignedShape, &given->alignedShape) &&
         model->tensorType == given->tensorType && model->tensorLayout == given->tensorLayout &&
         model->quantiType == given->quantiType &&
         memcmp(model->stride, given->stride, sizeof model->stride) == 0;
}

/* Running tasks other than this one that refer to the block. */
static int32_t other_users(const Job *job, const Block *block) {
  int32_t own = 0;
  for (int i = 0; i < job->view_count; i++) {
    own += job->views[i].block == block;
  }
  for (int i = 0; i < job->model->output_count; i++) {
    own += job->outputs[i].block == block;
  }
  return block->users - own;
}

bool bind_output(Job *job, int32_t output, const hbDNNTensor *tensor) {
  const hbDNNTensorProperties *model = &job->model->outputs[output].properties;
  View *view = &job->outputs[output];
  int64_t bytes = (int64_t)model->alignedByteSize * job->items;
  if (!properties_kept(model, &tensor->properties)) {
    misuse(MISUSE_OUTPUT_PROPERTIES_CHANGED, "output %d is not as the model said", output);
    return false;
  }
  if (bytes > UINT32_MAX || !view_open(view, &tensor->sysMem[0], (uint32_t)bytes, true)) {
    return false;
  }
  unsigned long long physical = view->block->physical;
  if (other_users(job, view->block) > 0) {
    misuse(MISUSE_BLOCK_SHARED, "a running task also uses output block 0x%llx", physical);
  } else if (!view->block->stale && view_is_dirty(view)) {
    misuse(MISUSE_OUTPUT_NOT_CLEANED, "the CPU wrote output block 0x%llx and did not clean it",
           physical);
  }
  return true;
}
