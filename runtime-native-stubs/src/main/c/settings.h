// SPDX-License-Identifier: Apache-2.0
/*
 * The environment, read once when the library is loaded:
 *   BPU4J_STUB_MODEL    name of a shipped description, or the path of one; every readable file
 *                       that is loaded then stands for it
 *   BPU4J_STUB_FAULT    function:n[+]:action[,...]; n = 1 is the first call, "+" = that one and all later;
 *                       action: CODE, CODE@before, CODE@after, delay=MS, hang, corrupt, overrun,
 *                       slow=MS, stall
 *   BPU4J_STUB_TIMING   service_ms:outside_ms, instead of the model's own
 *   BPU4J_STUB_RUNTIME  version string instead of the library's own
 *   BPU4J_STUB_LOG      file that each call is appended to
 *   BPU4J_STUB_BANNER   1 = print on stdout at load what the real library prints there
 */
#ifndef STUB_SETTINGS_H
#define STUB_SETTINGS_H

#include <stddef.h>

/* Applies the environment to the control block, which must be there. */
void settings_open(void);
/* Why environment or control file were not understood, so that no model may be loaded; else null. */
const char *settings_error(void);
/* Reads the environment again. Leaves error alone when everything was understood. */
void settings_read(char *error, size_t size);

#endif
