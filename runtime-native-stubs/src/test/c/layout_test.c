// SPDX-License-Identifier: Apache-2.0
/* Compiling this file is the test: every measured size and offset holds for our header. */
#include "bpu4j/hb_dnn.h"

#include "layout-asserts.inc"
