// SPDX-License-Identifier: Apache-2.0
/*
 * What comes out of a model: the scripted values, or values of a checksum over every valid input
 * byte at its place. An exact output holds its script for the one input that has the wanted
 * checksum, and the values of the checksum for any other. The checksum h of an input, all arithmetic modulo 2^32:
 *
 *   h = sum over p of byte[p] * (2654435761 * (p + 1) | 1)
 *
 * where p counts the valid bytes in row-major order without padding (NV12: the rows of Y, then the
 * rows of UV). The inputs of a model are joined by H = H * 31 + h, from H = 0. Element k of an
 * output with seed s gets
 *
 *   x = mix(H + s + k * 0x9E3779B9)
 *
 * with mix: x ^= x >> 16; x *= 0x7FEB352D; x ^= x >> 15; x *= 0x846CA68B; x ^= x >> 16.
 * Floating types hold (x >> 8) / 2^24, types of 8 and 16 bits the low bits of x, 32 bits
 * x >> 8 (S32: arithmetic shift), 64 bits x. All images of a batch are one input; in a region
 * inference each item of the batch has a checksum of its own, over the bytes of its regions.
 */
#ifndef STUB_SCORES_H
#define STUB_SCORES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "description.h"

/* Adds count bytes to a checksum of which *position bytes are done. */
void checksum_add(uint32_t *sum, uint32_t *position, const uint8_t *bytes, size_t count);
uint32_t checksum_join(uint32_t joined, uint32_t input);

/* Builds the image of a scripted output; false when memory is short. */
bool scores_prepare(Tensor *output);
/* Writes all alignedByteSize bytes of the output; bytes that hold no element become 0xEE. */
void scores_write(const Tensor *output, uint32_t checksum, uint8_t *bytes);

#endif
