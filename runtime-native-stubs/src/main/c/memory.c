// SPDX-License-Identifier: Apache-2.0
#include "memory.h"

#include <string.h>

#include "block.h"
#include "clock.h"
#include "control.h"
#include "watch.h"

static const int64_t POOL_BYTES = 512LL << 20;

static int64_t pool(void) { return control->pool_bytes > 0 ? control->pool_bytes : POOL_BYTES; }

static void count_allocated(const Block *block) {
  control->live.blocks++;
  control->live.bytes += block->size;
  if (control->live.bytes > control->live.peak_bytes) {
    control->live.peak_bytes = control->live.bytes;
  }
}

int32_t memory_alloc(hbSysMem *memory, uint32_t size, bool cached) {
  Block prepared;
  if (memory == NULL || size == 0) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  if (!block_prepare(&prepared, size, cached)) {
    return HB_SYS_OUT_OF_MEMORY;
  }
  state_lock();
  const Block *block = control->live.bytes + size <= pool() ? block_add(&prepared) : NULL;
  if (block != NULL) {
    count_allocated(block);
    memset(memory, 0, sizeof *memory);
    memory->phyAddr = block->physical;
    memory->virAddr = block->cpu;
    memory->memSize = size;
  }
  state_unlock();
  if (block == NULL) {
    block_discard(&prepared);
    return HB_SYS_OUT_OF_MEMORY;
  }
  return HB_SYS_SUCCESS;
}

static void refuse_free(const hbSysMem *memory) {
  if (block_was_issued(memory)) {
    misuse(MISUSE_DOUBLE_FREE, "block 0x%llx is not allocated any more",
           (unsigned long long)memory->phyAddr);
  } else {
    misuse(MISUSE_FOREIGN_HANDLE, "memory 0x%llx never came from here",
           (unsigned long long)memory->phyAddr);
  }
}

/* The client gives the block up; a task may still need it. */
static void give_up(Block *block) {
  if (block->users > 0) {
    misuse(MISUSE_FREED_WHILE_IN_USE, "a task may still touch block 0x%llx",
           (unsigned long long)block->physical);
  }
  if (block->unread) {
    misuse(MISUSE_OUTPUT_NOT_INVALIDATED, "results in block 0x%llx ended unseen",
           (unsigned long long)block->physical);
  }
  block->freed = true;
  block_free_if_unused(block);
}

int32_t memory_free(hbSysMem *memory) {
  if (memory == NULL) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  state_lock();
  Block *block = block_find(memory, false);
  bool found = block != NULL && block->size == memory->memSize;
  if (found) {
    control->live.blocks--;
    control->live.bytes -= block->size;
    give_up(block);
  } else {
    refuse_free(memory);
  }
  state_unlock();
  return found ? HB_SYS_SUCCESS : HB_SYS_INVALID_ARGUMENT;
}

/* Every output of a task counts as seen once the client invalidates one of them. */
static void mark_read(const Block *seen) {
  for (Block *block = block_first(); block != NULL; block = block->next) {
    if (block->last_task == seen->last_task) {
      block->unread = false;
    }
  }
}

static void flush(Block *block, int32_t flag) {
  if (flag == HB_SYS_MEM_CACHE_CLEAN) {
    memcpy(block->device, block->cpu, block->size);
    return;
  }
  if (block->writers > 0) {
    misuse(MISUSE_INVALIDATED_WHILE_RUNNING, "a task is still writing block 0x%llx",
           (unsigned long long)block->physical);
  }
  mark_read(block);
  block->stale = false;
  memcpy(block->cpu, block->device, block->size);
}

int32_t memory_flush(hbSysMem *memory, int32_t flag) {
  if (memory == NULL ||
      (flag != HB_SYS_MEM_CACHE_CLEAN && flag != HB_SYS_MEM_CACHE_INVALIDATE)) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  state_lock();
  Block *block = block_holding(memory, 0);
  if (block != NULL && block_is_cached(block)) {
    flush(block, flag);
  }
  state_unlock();
  return block != NULL ? HB_SYS_SUCCESS : HB_SYS_INVALID_ARGUMENT;
}

void memory_note_invalidation(const hbSysMem *memory) {
  state_lock();
  const Block *block = memory != NULL ? block_holding(memory, 0) : NULL;
  if (block != NULL) {
    mark_read(block);
  }
  state_unlock();
}

int32_t memory_register(hbSysMem *memory) {
  if (memory == NULL || memory->virAddr == NULL || memory->phyAddr == 0 || memory->memSize == 0) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  Block block = {.physical = memory->phyAddr, .cpu = memory->virAddr, .device = memory->virAddr,
                 .size = memory->memSize, .registered = true};
  state_lock();
  bool added = block_holding(memory, 0) == NULL && block_add(&block) != NULL;
  control->live.registered += added;
  state_unlock();
  return added ? HB_SYS_SUCCESS : HB_SYS_REGISTER_MEM_FAILED;
}

int32_t memory_unregister(hbSysMem *memory) {
  if (memory == NULL) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  state_lock();
  Block *block = block_find(memory, true);
  if (block != NULL) {
    control->live.registered--;
    give_up(block);
  }
  state_unlock();
  return block != NULL ? HB_SYS_SUCCESS : HB_SYS_INVALID_ARGUMENT;
}

/* Copies unless the block is too short for it. */
static int32_t copy(const hbSysMem *memory, void *to, const void *from, uint32_t size) {
  state_lock();
  bool fits = block_holding(memory, size) != NULL;
  if (fits) {
    memcpy(to, from, size);
  }
  state_unlock();
  return fits ? HB_SYS_SUCCESS : HB_SYS_INVALID_ARGUMENT;
}

int32_t memory_write(hbSysMem *destination, const char *source, uint32_t size) {
  return destination != NULL && source != NULL
             ? copy(destination, destination->virAddr, source, size)
             : HB_SYS_INVALID_ARGUMENT;
}

int32_t memory_read(char *destination, const hbSysMem *source, uint32_t size) {
  return destination != NULL && source != NULL
             ? copy(source, destination, source->virAddr, size)
             : HB_SYS_INVALID_ARGUMENT;
}
