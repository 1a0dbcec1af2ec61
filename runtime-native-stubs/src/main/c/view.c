// SPDX-License-Identifier: Apache-2.0
#include "view.h"

#include <string.h>

#include "watch.h"

bool view_open(View *view, const hbSysMem *memory, uint32_t size, bool for_output) {
  Block *block = block_holding(memory, size);
  if (block == NULL) {
    return false;
  }
  *view = (View){block, (uint32_t)(memory->phyAddr - block->physical), size};
  if (for_output && block->unread) {
    misuse(MISUSE_OUTPUT_NOT_INVALIDATED, "results in block 0x%llx are overwritten unseen",
           (unsigned long long)block->physical);
    block->unread = false;
  }
  block->users++;
  block->writers += for_output;
  return true;
}

void view_close(View *view, bool for_output) {
  Block *block = view->block;
  if (block != NULL) {
    view->block = NULL;
    block->users--;
    block->writers -= for_output;
    block_free_if_unused(block);
  }
}

uint8_t *view_device(const View *view) {
  const Block *block = view->block;
  return block->registered && block->freed ? NULL : block->device + view->offset;
}

void view_written(const View *view, uint64_t task) {
  view->block->stale = true;
  view->block->last_task = task;
}

bool view_is_dirty(const View *view) {
  const Block *block = view->block;
  return block_is_cached(block) &&
         memcmp(block->cpu + view->offset, block->device + view->offset, view->size) != 0;
}

void views_mark_unread(uint64_t task) {
  for (Block *block = block_first(); block != NULL; block = block->next) {
    block->unread |= block_is_cached(block) && block->last_task == task;
  }
}
