// SPDX-License-Identifier: Apache-2.0
/* The descriptions of src/main/models, as the build script wrote them into shipped_models.inc. */
#include <string.h>

#include "description.h"

static const struct {
  const char *name;
  const char *text;
} SHIPPED[] = {
#include "shipped_models.inc"
};

const char *shipped_description(const char *name) {
  for (size_t i = 0; i < sizeof SHIPPED / sizeof *SHIPPED; i++) {
    if (strcmp(SHIPPED[i].name, name) == 0) {
      return SHIPPED[i].text;
    }
  }
  return NULL;
}
