// SPDX-License-Identifier: Apache-2.0
#include "control.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static Control private_block;

Control *control = &private_block;

static char error[256];

static void clear(Control *block) {
  memset(block, 0, sizeof *block);
  block->magic = CONTROL_MAGIC;
  block->version = CONTROL_VERSION;
  block->size = sizeof *block;
  block->service_ns = -1;
  block->outside_ns = -1;
}

static bool is_ours(const Control *block) {
  return block->magic == CONTROL_MAGIC && block->version == CONTROL_VERSION &&
         block->size == sizeof *block;
}

/* The shared block in that file, or null with the reason in error. */
static Control *map(const char *path, int flags) {
  int file = open(path, O_RDWR | O_CLOEXEC | flags, 0600);
  if (file < 0) {
    snprintf(error, sizeof error, "control file %s: %s", path, strerror(errno));
    return NULL;
  }
  struct stat status;
  bool fresh = fstat(file, &status) == 0 && status.st_size == 0;
  if (fresh && ftruncate(file, sizeof(Control)) != 0) {
    fresh = false;
  }
  void *mapped = MAP_FAILED;
  if (fresh || status.st_size >= (off_t)sizeof(Control)) {
    mapped = mmap(NULL, sizeof(Control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  }
  close(file);
  if (mapped != MAP_FAILED && fresh) {
    clear(mapped);
  }
  if (mapped == MAP_FAILED || !is_ours(mapped)) {
    snprintf(error, sizeof error,
             "control file %s: not a control block of version %d with %zu bytes", path,
             CONTROL_VERSION, sizeof(Control));
    return NULL;
  }
  return mapped;
}

static Control *shared_block(void) {
  const char *named = getenv("BPU4J_STUB_CONTROL");
  if (named != NULL && named[0] != '\0') {
    return map(named, O_CREAT);
  }
  Dl_info self;
  char beside[4096];
  if (dladdr((void *)&control_open, &self) == 0 || self.dli_fname == NULL) {
    return NULL;
  }
  int length = snprintf(beside, sizeof beside, "%s.control", self.dli_fname);
  if (length >= (int)sizeof beside || access(beside, F_OK) != 0) {
    return NULL;
  }
  return map(beside, 0);
}

void control_open(void) {
  clear(&private_block);
  Control *shared = shared_block();
  control = shared != NULL ? shared : &private_block;
  control->attached = (int32_t)getpid();
}

const char *control_error(void) { return error[0] == '\0' ? NULL : error; }
