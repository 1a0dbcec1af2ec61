// SPDX-License-Identifier: Apache-2.0
#include "function.h"

#include <string.h>

#define FUNCTION(name, frees) {#name, frees},
static const struct {
  const char *name;
  bool frees;
} FUNCTIONS[FUNCTION_COUNT] = {
#include "functions.def"
};
#undef FUNCTION

const char *function_name(Function function) { return FUNCTIONS[function].name; }

bool function_frees(Function function) { return FUNCTIONS[function].frees; }

Function function_named(const char *name, int length) {
  for (int i = 0; i < FUNCTION_COUNT; i++) {
    if (strlen(FUNCTIONS[i].name) == (size_t)length &&
        strncmp(FUNCTIONS[i].name, name, (size_t)length) == 0) {
      return (Function)i;
    }
  }
  return FUNCTION_COUNT;
}
