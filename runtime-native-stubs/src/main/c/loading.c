// SPDX-License-Identifier: Apache-2.0
#include "loading.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "control.h"
#include "watch.h"

enum { ROOM = 1 << 24 };

/* The first ROOM bytes of a file, to be freed, or null with errno set. */
static char *read_start(const char *path, size_t *length) {
  FILE *file = fopen(path, "re");
  if (file == NULL) {
    return NULL;
  }
  char *bytes = NULL;
  size_t capacity = 0;
  *length = 0;
  do {
    capacity = capacity == 0 ? 1 << 16 : 2 * capacity;
    char *grown = realloc(bytes, capacity);
    if (grown == NULL) {
      free(bytes);
      fclose(file);
      return NULL;
    }
    bytes = grown;
    *length += fread(bytes + *length, 1, capacity - *length, file);
    /* A real model is recognized by its beginning; there is no need to read it all. */
  } while (*length == capacity && capacity < ROOM && description_recognized(bytes, *length));
  int failed = ferror(file) ? errno : 0;
  fclose(file);
  if (failed != 0) {
    free(bytes);
    errno = failed;
    return NULL;
  }
  return bytes;
}

static int32_t parse(const char *text, size_t length, const char *origin, Description **out) {
  char error[512];
  *out = description_read(text, length, origin, error, sizeof error);
  if (*out == NULL) {
    complain("%s", error);
    return HB_DNN_INVALID_MODEL;
  }
  return HB_DNN_SUCCESS;
}

/* The description that stands in for every file. */
static int32_t load_override(Description **out) {
  char name[sizeof control->model];
  memcpy(name, control->model, sizeof name);
  name[sizeof name - 1] = '\0';
  const char *shipped = shipped_description(name);
  if (shipped != NULL) {
    return parse(shipped, strlen(shipped), name, out);
  }
  size_t length;
  char *text = read_start(name, &length);
  if (text == NULL) {
    complain("model description \"%s\" is neither shipped nor a file: %s", name, strerror(errno));
    return HB_DNN_CAN_NOT_OPEN_FILE;
  }
  int32_t code = parse(text, length, name, out);
  free(text);
  return code;
}

static int32_t load_text(const char *text, size_t length, const char *origin, Description **out) {
  if (control->model[0] != '\0') {
    return load_override(out);
  }
  if (!description_recognized(text, length)) {
    complain("%s is not a stand-in description; set BPU4J_STUB_MODEL to say what it stands for",
             origin);
    return HB_DNN_INVALID_MODEL;
  }
  return parse(text, length, origin, out);
}

int32_t load_file(const char *path, Description **out) {
  size_t length;
  char *text = path != NULL ? read_start(path, &length) : NULL;
  if (text == NULL) {
    complain("can not open %s: %s", path != NULL ? path : "(null)", strerror(errno));
    return path != NULL ? HB_DNN_CAN_NOT_OPEN_FILE : HB_DNN_INVALID_ARGUMENT;
  }
  int32_t code = load_text(text, length, path, out);
  free(text);
  return code;
}

int32_t load_memory(const void *blob, int32_t length, Description **out) {
  if (blob == NULL || length <= 0) {
    return HB_DNN_INVALID_ARGUMENT;
  }
  return load_text(blob, (size_t)length, "(memory)", out);
}
