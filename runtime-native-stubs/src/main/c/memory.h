// SPDX-License-Identifier: Apache-2.0
/*
 * Device memory. A cached block has a CPU view (virAddr) and a device view, and only hbSysFlushMem
 * moves bytes between them, whole blocks at a time. Uncached and registered blocks are one view.
 * Both views start out filled with 0xA5. Physical addresses are made up and never used twice.
 */
#ifndef STUB_MEMORY_H
#define STUB_MEMORY_H

#include <stdbool.h>
#include <stdint.h>

#include "bpu4j/hb_dnn.h"

typedef struct Block {
  uint64_t physical;
  uint8_t *cpu;
  uint8_t *device; /* == cpu when there is one view */
  uint32_t size;
  bool registered;
  bool freed;        /* by the client; kept while a task refers to it */
  uint64_t last_task; /* serial number of the task that wrote it last */
  bool stale;         /* the device wrote it and nobody invalidated since */
  bool unread;        /* that task was waited for, and nobody invalidated for its results */
  int users;         /* tasks that refer to it */
  int writers;       /* of them, those with an output here */
  struct Block *next;
} Block;

/* A range of one block. Holding it keeps the block's memory. */
typedef struct {
  Block *block;
  uint32_t offset;
  uint32_t size;
} View;

int32_t memory_alloc(hbSysMem *memory, uint32_t size, bool cached);
int32_t memory_free(hbSysMem *memory);
int32_t memory_flush(hbSysMem *memory, int32_t flag);
int32_t memory_register(hbSysMem *memory);
int32_t memory_unregister(hbSysMem *memory);
int32_t memory_write(hbSysMem *destination, const char *source, uint32_t size);
int32_t memory_read(char *destination, const hbSysMem *source, uint32_t size);

/* The rest is called with the state lock held. */

/* A client asked for an invalidation that was made to fail: it did its part. */
void memory_mark_read(const hbSysMem *memory);
/* The client knows that this task is done and now owes an invalidation. */
void memory_mark_unread(uint64_t task);

/* False unless the memory lies in a living block and offers that many bytes. */
bool view_open(View *view, const hbSysMem *memory, uint32_t size, bool for_output);
void view_close(View *view, bool for_output);
/* Null when the client took registered memory away meanwhile. */
uint8_t *view_device(const View *view);
/* The device wrote there on behalf of that task. */
void view_written(const View *view, uint64_t task);
/* Whether the CPU view differs from the device view there. */
bool view_is_dirty(const View *view);

#endif
