// SPDX-License-Identifier: Apache-2.0
/* The state of one description being read, and how lines are split into words. */
#ifndef STUB_PARSER_H
#define STUB_PARSER_H

#include "description.h"

typedef struct {
  const char *origin;
  int line;
  char *words; /* what is left of the line */
  Description *description;
  Model *model;   /* being described, or null */
  Tensor *tensor; /* being described, or null */
  bool is_output;
  bool has_aligned; /* of the tensor */
  bool has_stride;
  bool has_bytes;
  bool has_written;
  char *error;
  size_t error_size;
} Parser;

/* Notes what is wrong, with origin and line, and returns false. */
__attribute__((format(printf, 2, 3))) bool parser_fails(Parser *parser, const char *format, ...);
/* The next word of the line, or null. */
char *parser_word(Parser *parser);
/* The rest of the line without blanks at either end; "" when there is none. */
char *parser_rest(Parser *parser);
/* The next word as a number in that range; false with the error noted when it is not. */
bool parser_integer(Parser *parser, int64_t low, int64_t high, int64_t *value);
bool parser_real(Parser *parser, double *value);
bool parser_ended(Parser *parser);

/* A line below "input" or "output". */
bool tensor_line(Parser *parser, const char *key);
/* Fills what the lines left open and checks the whole. */
bool tensor_complete(Parser *parser);
void tensor_free(Tensor *tensor);

#endif
