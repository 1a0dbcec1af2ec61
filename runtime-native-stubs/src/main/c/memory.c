// SPDX-License-Identifier: Apache-2.0
#include "memory.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "control.h"
#include "watch.h"

enum { PAGE = 4096, FILL = 0xA5, GUARD = 64, GUARD_BYTE = 0x5C };

static const int64_t POOL_BYTES = 512LL << 20;
static const uint64_t FIRST_PHYSICAL = 0x100000000ULL;

static Block *blocks;
static uint64_t next_physical = 0x100000000ULL;

static Block **place_of(const hbSysMem *memory, bool registered) {
  for (Block **place = &blocks; *place != NULL; place = &(*place)->next) {
    Block *block = *place;
    if (!block->freed && block->registered == registered && block->physical == memory->phyAddr &&
        block->cpu == memory->virAddr) {
      return place;
    }
  }
  return NULL;
}

static Block *block_at(const hbSysMem *memory) {
  for (Block *block = blocks; block != NULL; block = block->next) {
    uint64_t offset = memory->phyAddr - block->physical;
    if (!block->freed && memory->phyAddr >= block->physical && offset < block->size &&
        block->cpu + offset == (uint8_t *)memory->virAddr) {
      return block;
    }
  }
  return NULL;
}

static bool is_cached(const Block *block) { return block->device != block->cpu; }

static int64_t pool(void) { return control->pool_bytes > 0 ? control->pool_bytes : POOL_BYTES; }

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

static void check_guard(const Block *block) {
  for (int i = 0; i < GUARD && !block->registered; i++) {
    if (block->cpu[block->size + (uint32_t)i] != GUARD_BYTE) {
      misuse(MISUSE_OVERRUN, "byte %d past the %u of block 0x%llx was written", i, block->size,
             (unsigned long long)block->physical);
      return;
    }
  }
}

static void dispose(Block *block) {
  if (!block->registered) {
    if (is_cached(block)) {
      free(block->device);
    }
    free(block->cpu);
  }
  free(block);
}

static void dispose_unless_used(Block **place) {
  Block *block = *place;
  if (block->freed && block->users == 0) {
    *place = block->next;
    dispose(block);
  }
}

static void grow_peak(void) {
  if (control->live.bytes > control->live.peak_bytes) {
    control->live.peak_bytes = control->live.bytes;
  }
}

int32_t memory_alloc(hbSysMem *memory, uint32_t size, bool cached) {
  if (memory == NULL || size == 0) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  Block *block = calloc(1, sizeof *block);
  uint8_t *cpu = new_buffer(size);
  uint8_t *device = cached ? new_buffer(size) : cpu;
  state_lock();
  if (block == NULL || cpu == NULL || device == NULL || control->live.bytes + size > pool()) {
    state_unlock();
    if (device != cpu) {
      free(device);
    }
    free(cpu);
    free(block);
    return HB_SYS_OUT_OF_MEMORY;
  }
  *block = (Block){.physical = next_physical, .cpu = cpu, .device = device, .size = size,
                   .next = blocks};
  next_physical += ((uint64_t)size + 2 * PAGE - 1) / PAGE * PAGE;
  blocks = block;
  control->live.blocks++;
  control->live.bytes += size;
  grow_peak();
  memset(memory, 0, sizeof *memory);
  memory->phyAddr = block->physical;
  memory->virAddr = cpu;
  memory->memSize = size;
  state_unlock();
  return HB_SYS_SUCCESS;
}

static int32_t refuse_free(const hbSysMem *memory) {
  if (memory->phyAddr >= FIRST_PHYSICAL && memory->phyAddr < next_physical) {
    misuse(MISUSE_DOUBLE_FREE, "block 0x%llx is not allocated any more",
           (unsigned long long)memory->phyAddr);
  } else {
    misuse(MISUSE_FOREIGN_HANDLE, "memory 0x%llx never came from here",
           (unsigned long long)memory->phyAddr);
  }
  return HB_SYS_INVALID_ARGUMENT;
}

static void warn_before_end(const Block *block) {
  check_guard(block);
  if (block->users > 0) {
    misuse(MISUSE_FREED_WHILE_IN_USE, "a task may still touch block 0x%llx",
           (unsigned long long)block->physical);
  }
  if (block->unread) {
    misuse(MISUSE_OUTPUT_NOT_INVALIDATED, "results in block 0x%llx ended unseen",
           (unsigned long long)block->physical);
  }
}

int32_t memory_free(hbSysMem *memory) {
  if (memory == NULL) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  state_lock();
  Block **place = place_of(memory, false);
  int32_t code = HB_SYS_SUCCESS;
  if (place == NULL || (*place)->size != memory->memSize) {
    code = refuse_free(memory);
  } else {
    warn_before_end(*place);
    (*place)->freed = true;
    control->live.blocks--;
    control->live.bytes -= (*place)->size;
    dispose_unless_used(place);
  }
  state_unlock();
  return code;
}

/* Every output of a task counts as seen once the client invalidates one of them. */
static void mark_read(const Block *seen) {
  for (Block *block = blocks; block != NULL; block = block->next) {
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
  Block *block = block_at(memory);
  if (block != NULL && is_cached(block)) {
    flush(block, flag);
  }
  state_unlock();
  return block != NULL ? HB_SYS_SUCCESS : HB_SYS_INVALID_ARGUMENT;
}

int32_t memory_register(hbSysMem *memory) {
  if (memory == NULL || memory->virAddr == NULL || memory->phyAddr == 0 || memory->memSize == 0) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  Block *block = calloc(1, sizeof *block);
  state_lock();
  if (block == NULL || block_at(memory) != NULL) {
    state_unlock();
    free(block);
    return HB_SYS_REGISTER_MEM_FAILED;
  }
  *block = (Block){.physical = memory->phyAddr, .cpu = memory->virAddr, .device = memory->virAddr,
                   .size = memory->memSize, .registered = true, .next = blocks};
  blocks = block;
  control->live.registered++;
  state_unlock();
  return HB_SYS_SUCCESS;
}

int32_t memory_unregister(hbSysMem *memory) {
  if (memory == NULL) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  state_lock();
  Block **place = place_of(memory, true);
  if (place != NULL) {
    warn_before_end(*place);
    (*place)->freed = true;
    control->live.registered--;
    dispose_unless_used(place);
  }
  state_unlock();
  return place != NULL ? HB_SYS_SUCCESS : HB_SYS_INVALID_ARGUMENT;
}

/* The block that holds the first size bytes of memory, or null. */
static Block *block_with(const hbSysMem *memory, uint32_t size) {
  Block *block = block_at(memory);
  if (block == NULL || size > memory->memSize ||
      size > block->size - (memory->phyAddr - block->physical)) {
    return NULL;
  }
  return block;
}

int32_t memory_write(hbSysMem *destination, const char *source, uint32_t size) {
  if (destination == NULL || source == NULL) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  state_lock();
  bool fits = block_with(destination, size) != NULL;
  if (fits) {
    memcpy(destination->virAddr, source, size);
  }
  state_unlock();
  return fits ? HB_SYS_SUCCESS : HB_SYS_INVALID_ARGUMENT;
}

int32_t memory_read(char *destination, const hbSysMem *source, uint32_t size) {
  if (destination == NULL || source == NULL) {
    return HB_SYS_INVALID_ARGUMENT;
  }
  state_lock();
  bool fits = block_with(source, size) != NULL;
  if (fits) {
    memcpy(destination, source->virAddr, size);
  }
  state_unlock();
  return fits ? HB_SYS_SUCCESS : HB_SYS_INVALID_ARGUMENT;
}

void memory_mark_read(const hbSysMem *memory) {
  const Block *block = memory != NULL ? block_at(memory) : NULL;
  if (block != NULL) {
    mark_read(block);
  }
}

void memory_mark_unread(uint64_t task) {
  for (Block *block = blocks; block != NULL; block = block->next) {
    block->unread |= is_cached(block) && block->last_task == task;
  }
}

bool view_open(View *view, const hbSysMem *memory, uint32_t size, bool for_output) {
  Block *block = block_with(memory, size);
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
  if (block == NULL) {
    return;
  }
  view->block = NULL;
  block->users--;
  block->writers -= for_output;
  for (Block **place = &blocks; block->freed && *place != NULL; place = &(*place)->next) {
    if (*place == block) {
      dispose_unless_used(place);
      return;
    }
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
  return is_cached(block) &&
         memcmp(block->cpu + view->offset, block->device + view->offset, view->size) != 0;
}
