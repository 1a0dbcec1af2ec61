// SPDX-License-Identifier: Apache-2.0
/* From a file or a blob to a description. */
#ifndef STUB_LOADING_H
#define STUB_LOADING_H

#include "description.h"

/* Fills *out, or returns the code to report. A model set by control or environment comes first. */
int32_t load_file(const char *path, Description **out);
int32_t load_memory(const void *blob, int32_t length, Description **out);

#endif
