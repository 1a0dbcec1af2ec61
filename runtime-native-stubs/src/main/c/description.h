// SPDX-License-Identifier: Apache-2.0
/* Models as a text describes them; docs/stub-vs-board.md holds the grammar. */
#ifndef STUB_DESCRIPTION_H
#define STUB_DESCRIPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bpu4j/hb_dnn.h"

enum { MAX_TENSORS = 16, MAX_MODELS = 64, NAME_ROOM = 128 };

typedef struct {
  char name[NAME_ROOM];
  hbDNNTensorProperties properties; /* its tables belong to this tensor */
  int32_t source;                   /* inputs */
  int32_t count;                    /* elements of the valid shape; unset for pictures */
  int32_t *offsets;                 /* byte offset of each element; null for pictures */
  int32_t written[HB_DNN_TENSOR_MAX_DIMENSIONS]; /* outputs: strides of offsets */
  int32_t reported;                 /* layout that the properties tell; < 0 = the true one */
  uint32_t seed;                    /* outputs: of the checksum */
  bool exact;                       /* outputs: scripted for one input, checksum for any other */
  uint32_t wanted;                  /* outputs: the checksum of that input */
  double rest;                      /* outputs: script for elements not listed */
  int32_t scripted;                 /* outputs: entries below; < 0 = checksum */
  struct {
    int32_t index;
    double value;
  } *script;
  uint8_t *image; /* outputs: the scripted bytes of one batch, or null */
} Tensor;

typedef struct {
  char name[NAME_ROOM];
  char tag[NAME_ROOM];
  char description[NAME_ROOM];
  int64_t service_ns;
  int64_t outside_ns;
  int32_t input_count;
  int32_t output_count;
  Tensor inputs[MAX_TENSORS];
  Tensor outputs[MAX_TENSORS];
} Model;

typedef struct {
  int32_t count;
  Model *models[MAX_MODELS];
} Description;

/* Whether the text claims to be a description. */
bool description_recognized(const char *text, size_t length);
/*
 * Null when the text is wrong or memory is short, with "origin:line: what is wrong" in error.
 * The text need not end in a NUL.
 */
Description *description_read(const char *text, size_t length, const char *origin, char *error,
                              size_t error_size);
void description_free(Description *description);

/* The text of a shipped description, or null. */
const char *shipped_description(const char *name);

#endif
