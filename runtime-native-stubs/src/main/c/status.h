// SPDX-License-Identifier: Apache-2.0
#ifndef STUB_STATUS_H
#define STUB_STATUS_H

#include <stdint.h>

/* A text for every known code, and one for the rest. */
const char *status_text(int32_t code);

#endif
