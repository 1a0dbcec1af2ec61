// SPDX-License-Identifier: Apache-2.0
#include "watch.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const MISUSES[MISUSE_COUNT] = {
    [MISUSE_DOUBLE_FREE] = "double free",
    [MISUSE_DOUBLE_TASK_RELEASE] = "double task release",
    [MISUSE_DOUBLE_MODEL_RELEASE] = "double model release",
    [MISUSE_MODEL_RELEASED_WITH_TASKS] = "model released with tasks alive",
    [MISUSE_FREED_WHILE_IN_USE] = "freed while in use",
    [MISUSE_INPUT_NOT_CLEANED] = "input not cleaned",
    [MISUSE_OUTPUT_NOT_INVALIDATED] = "output not invalidated",
    [MISUSE_INVALIDATED_WHILE_RUNNING] = "invalidated while running",
    [MISUSE_OUTPUT_NOT_CLEANED] = "output not cleaned",
    [MISUSE_FOREIGN_HANDLE] = "foreign handle",
    [MISUSE_STALE_HANDLE] = "stale handle",
    [MISUSE_TASK_NOT_NULL] = "task not null",
    [MISUSE_OVERRUN] = "overrun",
    [MISUSE_BLOCK_SHARED] = "block shared",
    [MISUSE_OUTPUT_PROPERTIES_CHANGED] = "output properties changed",
    [MISUSE_WAITED_TWICE] = "waited twice",
    [MISUSE_RELEASED_WHILE_WAITING] = "released while waiting",
};

static int log_file = -1;
static pthread_mutex_t message_lock = PTHREAD_MUTEX_INITIALIZER;

static void set_message(const char *text) {
  pthread_mutex_lock(&message_lock);
  snprintf(control->message, sizeof control->message, "%s", text);
  pthread_mutex_unlock(&message_lock);
}

void watch_open(void) {
  const char *path = getenv("BPU4J_STUB_LOG");
  if (path == NULL || path[0] == '\0') {
    return;
  }
  log_file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (log_file < 0) {
    complain("BPU4J_STUB_LOG %s: %s", path, strerror(errno));
  }
}

void watch_close(void) {
  const Live *live = &control->live;
  watch_log("# left: %lld models, %lld tasks, %lld blocks, %lld bytes, %lld registered",
            (long long)live->packed, (long long)live->tasks, (long long)live->blocks,
            (long long)live->bytes, (long long)live->registered);
  for (int i = 0; i < MISUSE_COUNT; i++) {
    if (control->misuse[i] != 0) {
      watch_log("# misuse: %s: %llu", MISUSES[i], (unsigned long long)control->misuse[i]);
    }
  }
  if (log_file >= 0) {
    close(log_file);
    log_file = -1;
  }
}

bool watch_logs(void) { return log_file >= 0; }

static void append(const char *format, va_list arguments) {
  char line[1200];
  int length = vsnprintf(line, sizeof line - 1, format, arguments);
  length = length < (int)sizeof line - 1 ? length : (int)sizeof line - 2;
  line[length] = '\n';
  if (log_file >= 0 && write(log_file, line, (size_t)length + 1) < 0) {
    log_file = -1;
  }
}

void watch_log(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  append(format, arguments);
  va_end(arguments);
}

void complain(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char text[sizeof control->message];
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  set_message(text);
  watch_log("# %s", text);
  fprintf(stderr, "bpu4j-stub: %s\n", text);
}

void misuse(Misuse kind, const char *format, ...) {
  char detail[512];
  char text[600];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(detail, sizeof detail, format, arguments);
  va_end(arguments);
  control->misuse[kind]++;
  snprintf(text, sizeof text, "%s: %s", MISUSES[kind], detail);
  set_message(text);
  watch_log("# misuse: %s", text);
}
