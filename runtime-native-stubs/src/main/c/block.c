// SPDX-License-Identifier: Apache-2.0
#include "block.h"

#include <stdlib.h>
#include <string.h>

#include "watch.h"

enum { PAGE = 4096, FILL = 0xA5, GUARD = 64, GUARD_BYTE = 0x5C };

static const uint64_t FIRST_PHYSICAL = 0x100000000ULL;

static Block *blocks;
static uint64_t next_physical = 0x100000000ULL;

/* A buffer of that size with a guard behind it. */
static uint8_t *new_buffer(uint32_t size) {
  size_t room = ((size_t)size + GUARD + PAGE - 1) / PAGE * PAGE;
  uint8_t *bytes = aligned_alloc(PAGE, room);
  if (bytes != NULL) {
    memset(bytes, FILL, size);
    memset(bytes + size, GUARD_BYTE, GUARD);
  }
  return bytes;
}

bool block_prepare(Block *block, uint32_t size, bool cached) {
  uint8_t *cpu = new_buffer(size);
  *block = (Block){.cpu = cpu, .device = cached ? new_buffer(size) : cpu, .size = size};
  if (block->cpu != NULL && block->device != NULL) {
    return true;
  }
  block_discard(block);
  return false;
}

void block_discard(Block *block) {
  if (block_is_cached(block)) {
    free(block->device);
  }
  free(block->cpu);
}

Block *block_add(const Block *block) {
  Block *added = malloc(sizeof *added);
  if (added == NULL) {
    return NULL;
  }
  *added = *block;
  if (!added->registered) {
    added->physical = next_physical;
    next_physical += ((uint64_t)added->size + 2 * PAGE - 1) / PAGE * PAGE;
  }
  added->next = blocks;
  blocks = added;
  return added;
}

Block *block_find(const hbSysMem *memory, bool registered) {
  for (Block *block = blocks; block != NULL; block = block->next) {
    if (!block->freed && block->registered == registered && block->physical == memory->phyAddr &&
        block->cpu == memory->virAddr) {
      return block;
    }
  }
  return NULL;
}

Block *block_holding(const hbSysMem *memory, uint32_t size) {
  for (Block *block = blocks; block != NULL; block = block->next) {
    uint64_t offset = memory->phyAddr - block->physical;
    if (!block->freed && memory->phyAddr >= block->physical && offset < block->size &&
        block->cpu + offset == (uint8_t *)memory->virAddr) {
      return size <= memory->memSize && size <= block->size - offset ? block : NULL;
    }
  }
  return NULL;
}

bool block_was_issued(const hbSysMem *memory) {
  return memory->phyAddr >= FIRST_PHYSICAL && memory->phyAddr < next_physical;
}

static void check_guard(const Block *block) {
  for (int i = 0; i < GUARD; i++) {
    if (block->cpu[block->size + (uint32_t)i] != GUARD_BYTE) {
      misuse(MISUSE_OVERRUN, "byte %d past the %u of block 0x%llx was written", i, block->size,
             (unsigned long long)block->physical);
      return;
    }
  }
}

void block_free_if_unused(Block *block) {
  if (!block->freed || block->users > 0) {
    return;
  }
  Block **link = &blocks;
  while (*link != block) {
    link = &(*link)->next;
  }
  *link = block->next;
  if (!block->registered) {
    check_guard(block);
    block_discard(block);
  }
  free(block);
}

bool block_is_cached(const Block *block) { return block->device != block->cpu; }

Block *block_first(void) { return blocks; }
