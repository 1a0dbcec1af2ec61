// SPDX-License-Identifier: Apache-2.0
/*
 * Blocks of device memory. A cached block has a CPU view (virAddr) and a device view; uncached and
 * registered blocks are one view. Both views start out filled with 0xA5. Physical addresses are
 * made up and never used twice. The state lock is held throughout.
 */
#ifndef STUB_BLOCK_H
#define STUB_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "bpu4j/hb_dnn.h"

typedef struct Block {
  uint64_t physical;
  uint8_t *cpu;
  uint8_t *device; /* == cpu when there is one view */
  uint32_t size;
  bool registered;
  bool freed;         /* by the client; kept while a task refers to it */
  uint64_t last_task; /* serial number of the task that wrote it last */
  bool stale;         /* the device wrote it and nobody invalidated since */
  bool unread;        /* that task was waited for, and nobody invalidated for its results */
  int users;          /* tasks that refer to it */
  int writers;        /* of them, those with an output here */
  struct Block *next;
} Block;

/* Filled views for a new block; needs no lock. False when memory is short. */
bool block_prepare(Block *block, uint32_t size, bool cached);
/* Takes a prepared block back; needs no lock. */
void block_discard(Block *block);

/* Copies a prepared or registered block into the list, a prepared one with a new address. */
Block *block_add(const Block *block);
/* The allocated block that exactly this memory describes, or null. */
Block *block_find(const hbSysMem *memory, bool registered);
/* The allocated block that holds size bytes from the start of that memory, or null. */
Block *block_holding(const hbSysMem *memory, uint32_t size);
/* Whether that address was given out once. */
bool block_was_issued(const hbSysMem *memory);
/* Frees the block if the client freed it and no task refers to it. */
void block_free_if_unused(Block *block);

bool block_is_cached(const Block *block);
/* The head of the list of all blocks, those kept for a task included. */
Block *block_first(void);

#endif
