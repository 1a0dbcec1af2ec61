// SPDX-License-Identifier: Apache-2.0
/* The exported functions as numbers: FN_hbDNNInfer and so on. */
#ifndef STUB_FUNCTION_H
#define STUB_FUNCTION_H

#include <stdbool.h>

#define FUNCTION(name, frees) FN_##name,
typedef enum {
#include "functions.def"
  FUNCTION_COUNT
} Function;
#undef FUNCTION

_Static_assert(FUNCTION_COUNT == 29, "18 required and 11 optional functions");

const char *function_name(Function function);
/* FUNCTION_COUNT when there is no such name of that length. */
Function function_named(const char *name, int length);
/* Whether the call frees what it is given. */
bool function_frees(Function function);

#endif
