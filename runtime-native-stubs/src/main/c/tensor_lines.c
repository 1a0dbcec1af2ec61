// SPDX-License-Identifier: Apache-2.0
/* The lines of a description that tell of one input or output. */
#include <float.h>
#include <stdlib.h>
#include <string.h>

#include "parser.h"
#include "tensor.h"

typedef struct {
  const char *word;
  int32_t value;
} Word;

static const Word TYPES[] = {
    {"Y", HB_DNN_IMG_TYPE_Y},         {"NV12", HB_DNN_IMG_TYPE_NV12},
    {"NV12_SEPARATE", HB_DNN_IMG_TYPE_NV12_SEPARATE},
    {"YUV444", HB_DNN_IMG_TYPE_YUV444}, {"RGB", HB_DNN_IMG_TYPE_RGB},
    {"BGR", HB_DNN_IMG_TYPE_BGR},     {"S8", HB_DNN_TENSOR_TYPE_S8},
    {"U8", HB_DNN_TENSOR_TYPE_U8},    {"F16", HB_DNN_TENSOR_TYPE_F16},
    {"S16", HB_DNN_TENSOR_TYPE_S16},  {"U16", HB_DNN_TENSOR_TYPE_U16},
    {"F32", HB_DNN_TENSOR_TYPE_F32},  {"S32", HB_DNN_TENSOR_TYPE_S32},
    {"U32", HB_DNN_TENSOR_TYPE_U32},  {"F64", HB_DNN_TENSOR_TYPE_F64},
    {"S64", HB_DNN_TENSOR_TYPE_S64},  {"U64", HB_DNN_TENSOR_TYPE_U64},
    {NULL, 0},
};
static const Word LAYOUTS[] = {
    {"NHWC", HB_DNN_LAYOUT_NHWC}, {"NCHW", HB_DNN_LAYOUT_NCHW}, {"NONE", HB_DNN_LAYOUT_NONE},
    {NULL, 0},
};
static const Word SOURCES[] = {
    {"DDR", HB_DNN_INPUT_FROM_DDR}, {"RESIZER", HB_DNN_INPUT_FROM_RESIZER},
    {"PYRAMID", HB_DNN_INPUT_FROM_PYRAMID}, {NULL, 0},
};
static const Word QUANTIS[] = {
    {"NONE", HB_DNN_QUANTI_NONE}, {"SHIFT", HB_DNN_QUANTI_SHIFT}, {"SCALE", HB_DNN_QUANTI_SCALE},
    {NULL, 0},
};

static bool has_more(Parser *parser) {
  parser->words += strspn(parser->words, " \t\r");
  return *parser->words != '\0';
}

static bool one_of(Parser *parser, const Word *words, int32_t *value) {
  const char *word = parser_word(parser);
  for (const Word *known = words; word != NULL && known->word != NULL; known++) {
    if (strcmp(word, known->word) == 0) {
      *value = known->value;
      return true;
    }
  }
  return parser_fails(parser, "got \"%s\", expected %s or another of its kind",
                      word != NULL ? word : "", words->word);
}

static bool shape(Parser *parser, hbDNNTensorShape *shape) {
  memset(shape, 0, sizeof *shape);
  while (has_more(parser)) {
    int64_t size;
    if (shape->numDimensions == HB_DNN_TENSOR_MAX_DIMENSIONS) {
      return parser_fails(parser, "more than %d dimensions", HB_DNN_TENSOR_MAX_DIMENSIONS);
    }
    if (!parser_integer(parser, 1, INT32_MAX, &size)) {
      return false;
    }
    shape->dimensionSize[shape->numDimensions++] = (int32_t)size;
  }
  return shape_elements(shape) > 0 || parser_fails(parser, "expected 1..8 sizes, together <= 2^26");
}

static bool stride(Parser *parser, int32_t *stride) {
  int64_t step;
  for (int i = 0; has_more(parser); i++) {
    if (i == HB_DNN_TENSOR_MAX_DIMENSIONS) {
      return parser_fails(parser, "more than %d strides", HB_DNN_TENSOR_MAX_DIMENSIONS);
    }
    if (!parser_integer(parser, 0, INT32_MAX, &step)) {
      return false;
    }
    stride[i] = (int32_t)step;
  }
  return true;
}

/* The numbers of the line as an array, to be freed; null with the error noted. */
static double *reals(Parser *parser, double low, double high, int32_t *count) {
  double *values = NULL;
  *count = 0;
  do {
    double *grown = realloc(values, ((size_t)*count + 1) * sizeof *values);
    if (grown == NULL || !parser_real(parser, &grown[*count]) || grown[*count] < low ||
        grown[*count] > high) {
      parser_fails(parser, "expected numbers of %g..%g", low, high);
      free(grown != NULL ? grown : values);
      *count = 0;
      return NULL;
    }
    values = grown;
    (*count)++;
  } while (has_more(parser));
  return values;
}

/* Reads a table into memory that replaces *table, each entry of that type. */
#define READ_TABLE(parser, type, low, high, table, length)   \
  do {                                                       \
    double *values = reals(parser, low, high, &(length));    \
    type *entries = calloc((size_t)(length) + 1, sizeof *entries); \
    bool read = values != NULL && entries != NULL;           \
    for (int i = 0; read && i < (length); i++) {             \
      entries[i] = (type)values[i];                          \
    }                                                        \
    free(values);                                            \
    free(table);                                             \
    (table) = entries;                                       \
    return read;                                             \
  } while (false)

static bool scale(Parser *parser, hbDNNQuantiScale *scale) {
  READ_TABLE(parser, float, -FLT_MAX, FLT_MAX, scale->scaleData, scale->scaleLen);
}

static bool zero_point(Parser *parser, hbDNNQuantiScale *scale) {
  READ_TABLE(parser, int8_t, INT8_MIN, INT8_MAX, scale->zeroPointData, scale->zeroPointLen);
}

static bool shift(Parser *parser, hbDNNQuantiShift *shift) {
  READ_TABLE(parser, uint8_t, 0, 31, shift->shiftData, shift->shiftLen);
}

static bool scores(Parser *parser, Tensor *tensor) {
  const char *word = parser_word(parser);
  if (word != NULL && strcmp(word, "checksum") == 0) {
    int64_t seed = 0;
    tensor->scripted = -1;
    bool read = !has_more(parser) || parser_integer(parser, 0, UINT32_MAX, &seed);
    tensor->seed = (uint32_t)seed;
    return read && parser_ended(parser);
  }
  if (word != NULL && strcmp(word, "exact") == 0) {
    int64_t wanted;
    bool read = parser_integer(parser, 0, UINT32_MAX, &wanted);
    tensor->scripted = tensor->scripted < 0 ? 0 : tensor->scripted;
    tensor->exact = true;
    tensor->wanted = (uint32_t)wanted;
    return read && parser_ended(parser);
  }
  if (word != NULL && strcmp(word, "rest") == 0) {
    tensor->scripted = tensor->scripted < 0 ? 0 : tensor->scripted;
    return parser_real(parser, &tensor->rest) && parser_ended(parser);
  }
  return parser_fails(parser, "got \"%s\", expected checksum, exact or rest", word != NULL ? word : "");
}

static bool score(Parser *parser, Tensor *tensor) {
  int64_t index;
  double value;
  if (!parser_integer(parser, 0, INT32_MAX, &index) || !parser_real(parser, &value) ||
      !parser_ended(parser)) {
    return false;
  }
  size_t count = tensor->scripted < 0 ? 0 : (size_t)tensor->scripted;
  void *grown = realloc(tensor->script, (count + 1) * sizeof *tensor->script);
  if (grown == NULL) {
    return parser_fails(parser, "out of memory");
  }
  tensor->script = grown;
  tensor->script[count].index = (int32_t)index;
  tensor->script[count].value = value;
  tensor->scripted = (int32_t)count + 1;
  return true;
}

bool tensor_line(Parser *parser, const char *key) {
  Tensor *tensor = parser->tensor;
  hbDNNTensorProperties *properties = &tensor->properties;
  int64_t value = 0;
  if (strcmp(key, "type") == 0) {
    return one_of(parser, TYPES, &properties->tensorType) && parser_ended(parser);
  }
  if (strcmp(key, "layout") == 0) {
    return one_of(parser, LAYOUTS, &properties->tensorLayout) && parser_ended(parser);
  }
  if (strcmp(key, "reported") == 0 && !parser->is_output) {
    return one_of(parser, LAYOUTS, &tensor->reported) && parser_ended(parser);
  }
  if (strcmp(key, "written") == 0 && parser->is_output) {
    parser->has_written = true;
    return stride(parser, tensor->written);
  }
  if (strcmp(key, "valid") == 0) {
    return shape(parser, &properties->validShape);
  }
  if (strcmp(key, "aligned") == 0) {
    parser->has_aligned = true;
    return shape(parser, &properties->alignedShape);
  }
  if (strcmp(key, "stride") == 0) {
    parser->has_stride = true;
    return stride(parser, properties->stride);
  }
  if (strcmp(key, "bytes") == 0) {
    parser->has_bytes = true;
    bool read = parser_integer(parser, 1, INT32_MAX, &value) && parser_ended(parser);
    properties->alignedByteSize = (int32_t)value;
    return read;
  }
  if (strcmp(key, "quanti") == 0) {
    return one_of(parser, QUANTIS, &properties->quantiType) && parser_ended(parser);
  }
  if (strcmp(key, "axis") == 0) {
    bool read = parser_integer(parser, 0, 7, &value) && parser_ended(parser);
    properties->quantizeAxis = (int32_t)value;
    return read;
  }
  if (strcmp(key, "scale") == 0) {
    return scale(parser, &properties->scale);
  }
  if (strcmp(key, "zero_point") == 0) {
    return zero_point(parser, &properties->scale);
  }
  if (strcmp(key, "shift") == 0) {
    return shift(parser, &properties->shift);
  }
  if (strcmp(key, "source") == 0 && !parser->is_output) {
    return one_of(parser, SOURCES, &tensor->source) && parser_ended(parser);
  }
  if (strcmp(key, "scores") == 0 && parser->is_output) {
    return scores(parser, tensor);
  }
  if (strcmp(key, "score") == 0 && parser->is_output) {
    return score(parser, tensor);
  }
  return parser_fails(parser, "\"%s\" is not known here", key);
}

void tensor_free(Tensor *tensor) {
  free(tensor->properties.scale.scaleData);
  free(tensor->properties.scale.zeroPointData);
  free(tensor->properties.shift.shiftData);
  free(tensor->offsets);
  free(tensor->script);
  free(tensor->image);
}
