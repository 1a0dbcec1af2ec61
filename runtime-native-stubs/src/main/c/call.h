// SPDX-License-Identifier: Apache-2.0
/* What happens around every exported call: counting, injected faults, recording. */
#ifndef STUB_CALL_H
#define STUB_CALL_H

#include <stdbool.h>
#include <stdint.h>

#include "function.h"

typedef struct {
  Function function;
  uint64_t first;  /* as logged: a handle, an address or an index */
  uint64_t second;
  int64_t start_ns; /* 0 when nobody records */
  int32_t code;     /* to report instead of the work's own, unless 0 */
  bool skips_work;
  bool corrupts;
  bool overruns;
  bool stalls;
  int64_t slow_ns;
} Call;

/* Applies the faults that are due, which may take long. The state lock must not be held. */
Call call_begin(Function function, uint64_t first, uint64_t second);
/* The code to return. */
int32_t call_end(const Call *call, int32_t code);

#endif
