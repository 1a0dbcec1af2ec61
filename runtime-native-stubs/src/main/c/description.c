// SPDX-License-Identifier: Apache-2.0
#include "description.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parser.h"

static const char MAGIC[] = "bpu4j-stub-model 1";

bool description_recognized(const char *text, size_t length) {
  return length >= sizeof MAGIC - 1 && memcmp(text, MAGIC, sizeof MAGIC - 1) == 0;
}

static bool copy_name(Parser *parser, char *field) {
  const char *rest = parser_rest(parser);
  if (rest[0] == '\0' || strlen(rest) >= NAME_ROOM) {
    return parser_fails(parser, "expected a text of 1..%d bytes", NAME_ROOM - 1);
  }
  strcpy(field, rest);
  return true;
}

static bool close_tensor(Parser *parser) {
  bool complete = parser->tensor == NULL || tensor_complete(parser);
  parser->tensor = NULL;
  return complete;
}

static bool close_model(Parser *parser) {
  Model *model = parser->model;
  if (!close_tensor(parser)) {
    return false;
  }
  if (model != NULL && (model->input_count == 0 || model->output_count == 0)) {
    return parser_fails(parser, "model %s needs an input and an output", model->name);
  }
  return true;
}

static bool open_model(Parser *parser) {
  Description *description = parser->description;
  if (!close_model(parser)) {
    return false;
  }
  if (description->count == MAX_MODELS) {
    return parser_fails(parser, "more than %d models", MAX_MODELS);
  }
  parser->model = calloc(1, sizeof *parser->model);
  if (parser->model == NULL) {
    return parser_fails(parser, "out of memory");
  }
  description->models[description->count++] = parser->model;
  return copy_name(parser, parser->model->name);
}

static bool open_tensor(Parser *parser, Tensor *tensors, int32_t *count, bool is_output) {
  if (!close_tensor(parser)) {
    return false;
  }
  if (*count == MAX_TENSORS) {
    return parser_fails(parser, "more than %d tensors", MAX_TENSORS);
  }
  parser->tensor = &tensors[(*count)++];
  parser->tensor->scripted = -1;
  parser->tensor->reported = -1;
  parser->tensor->properties.tensorType = is_output ? HB_DNN_TENSOR_TYPE_F32 : HB_DNN_IMG_TYPE_NV12;
  parser->tensor->properties.tensorLayout = HB_DNN_LAYOUT_NCHW;
  parser->is_output = is_output;
  parser->has_aligned = false;
  parser->has_stride = false;
  parser->has_bytes = false;
  parser->has_written = false;
  return copy_name(parser, parser->tensor->name);
}

static bool timing(Parser *parser) {
  double service;
  double outside;
  if (!parser_real(parser, &service) || !parser_real(parser, &outside) || !parser_ended(parser)) {
    return false;
  }
  if (service < 0 || outside < 0 || service > 1e9 || outside > 1e9) {
    return parser_fails(parser, "times lie in 0..10^9 ms");
  }
  parser->model->service_ns = (int64_t)(service * 1e6 + 0.5);
  parser->model->outside_ns = (int64_t)(outside * 1e6 + 0.5);
  return true;
}

static bool model_line(Parser *parser, const char *key) {
  Model *model = parser->model;
  if (strcmp(key, "model") == 0) {
    return open_model(parser);
  }
  if (model == NULL) {
    return parser_fails(parser, "got \"%s\", expected model NAME first", key);
  }
  if (strcmp(key, "input") == 0) {
    return open_tensor(parser, model->inputs, &model->input_count, false);
  }
  if (strcmp(key, "output") == 0) {
    return open_tensor(parser, model->outputs, &model->output_count, true);
  }
  if (parser->tensor != NULL) {
    return tensor_line(parser, key);
  }
  if (strcmp(key, "timing") == 0) {
    return timing(parser);
  }
  if (strcmp(key, "tag") == 0) {
    return copy_name(parser, model->tag);
  }
  if (strcmp(key, "description") == 0) {
    return copy_name(parser, model->description);
  }
  return parser_fails(parser, "\"%s\" is not known here", key);
}

static bool read_lines(Parser *parser, char *text) {
  char *rest = text;
  for (char *line; (line = strsep(&rest, "\n")) != NULL;) {
    parser->line++;
    line[strcspn(line, "#")] = '\0';
    parser->words = line;
    char *key = parser->line == 1 ? NULL : parser_word(parser);
    if (key != NULL && !model_line(parser, key)) {
      return false;
    }
  }
  if (parser->model == NULL) {
    return parser_fails(parser, "no model");
  }
  return close_model(parser);
}

Description *description_read(const char *text, size_t length, const char *origin, char *error,
                              size_t error_size) {
  char *copy = strndup(text, length);
  Description *description = calloc(1, sizeof *description);
  Parser parser = {.origin = origin, .description = description, .error = error,
                   .error_size = error_size};
  bool read = copy != NULL && description != NULL;
  if (!read) {
    parser_fails(&parser, "out of memory");
  } else if (!description_recognized(text, length)) {
    read = parser_fails(&parser, "does not begin with \"%s\"", MAGIC);
  } else {
    read = read_lines(&parser, copy);
  }
  free(copy);
  if (!read) {
    description_free(description);
    return NULL;
  }
  return description;
}

static void free_model(Model *model) {
  for (int i = 0; i < model->input_count; i++) {
    tensor_free(&model->inputs[i]);
  }
  for (int i = 0; i < model->output_count; i++) {
    tensor_free(&model->outputs[i]);
  }
  free(model);
}

void description_free(Description *description) {
  for (int i = 0; description != NULL && i < description->count; i++) {
    free_model(description->models[i]);
  }
  free(description);
}
