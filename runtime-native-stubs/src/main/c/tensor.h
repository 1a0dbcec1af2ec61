// SPDX-License-Identifier: Apache-2.0
/* Where the elements of a tensor lie. */
#ifndef STUB_TENSOR_H
#define STUB_TENSOR_H

#include <stdbool.h>
#include <stdint.h>

#include "bpu4j/hb_dnn.h"

/* Bytes of an element; 0 for NV12 and four-bit types, whose elements have no bytes of their own. */
int32_t element_size(int32_t type);
bool is_nv12(int32_t type);
bool is_image(int32_t type);

int32_t height_axis(int32_t layout);
int32_t width_axis(int32_t layout);

/* Elements of a shape, or -1 when there are none or more than 2^26. */
int64_t shape_elements(const hbDNNTensorShape *shape);
bool shape_equal(const hbDNNTensorShape *a, const hbDNNTensorShape *b);
/* Bytes that a shape of that type takes when it lies densely. */
int64_t shape_bytes(const hbDNNTensorShape *shape, int32_t type, int32_t layout);

/* Fills strides of elements that lie row-major in the aligned shape. */
void stride_of_aligned(hbDNNTensorProperties *properties);
/* Byte offset of each element in row-major order; the array has shape_elements entries. */
void element_offsets(const hbDNNTensorShape *shape, const int32_t *stride, int32_t *offsets);

#endif
