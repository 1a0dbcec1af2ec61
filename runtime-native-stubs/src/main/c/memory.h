// SPDX-License-Identifier: Apache-2.0
/*
 * What a client can do with device memory. Only hbSysFlushMem moves bytes between the two views of
 * a cached block, whole blocks at a time.
 */
#ifndef STUB_MEMORY_H
#define STUB_MEMORY_H

#include <stdbool.h>
#include <stdint.h>

#include "bpu4j/hb_dnn.h"

int32_t memory_alloc(hbSysMem *memory, uint32_t size, bool cached);
int32_t memory_free(hbSysMem *memory);
int32_t memory_flush(hbSysMem *memory, int32_t flag);
int32_t memory_register(hbSysMem *memory);
int32_t memory_unregister(hbSysMem *memory);
int32_t memory_write(hbSysMem *destination, const char *source, uint32_t size);
int32_t memory_read(char *destination, const hbSysMem *source, uint32_t size);

/* Marks results as read although an injected fault makes the invalidation fail. */
void memory_note_invalidation(const hbSysMem *memory);

#endif
