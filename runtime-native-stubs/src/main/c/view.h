// SPDX-License-Identifier: Apache-2.0
/* Ranges of blocks that a task reads or writes. The state lock is held throughout. */
#ifndef STUB_VIEW_H
#define STUB_VIEW_H

#include "block.h"

/* A range of one block. Holding it keeps the block's memory. */
typedef struct {
  Block *block;
  uint32_t offset;
  uint32_t size;
} View;

/* False unless the memory lies in an allocated block and has that many bytes. */
bool view_open(View *view, const hbSysMem *memory, uint32_t size, bool for_output);
void view_close(View *view, bool for_output);
/* The device's bytes; null when the client took registered memory away meanwhile. */
uint8_t *view_device(const View *view);
/* The device wrote there on behalf of that task. */
void view_written(const View *view, uint64_t task);
/* Whether the CPU's bytes there differ from the device's. */
bool view_is_dirty(const View *view);
/* The client knows that this task is done: its results count as unread until an invalidation. */
void views_mark_unread(uint64_t task);

#endif
