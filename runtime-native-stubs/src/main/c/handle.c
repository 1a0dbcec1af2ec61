// SPDX-License-Identifier: Apache-2.0
#include "handle.h"

#include <stddef.h>

#include "watch.h"

enum { SLOT_BITS = 10, GENERATION_BITS = 32 };

_Static_assert(1 << SLOT_BITS == HANDLE_SLOTS, "");

static uintptr_t encode(const HandleTable *table, uintptr_t slot) {
  uintptr_t generation = table->slots[slot].generation;
  return ((uintptr_t)table->kind << (GENERATION_BITS + SLOT_BITS)) | generation << SLOT_BITS | slot;
}

static uintptr_t slot_of(const void *handle) { return (uintptr_t)handle % HANDLE_SLOTS; }

void *handle_issue(HandleTable *table, void *object) {
  for (int i = 0; i < table->capacity; i++) {
    if (table->slots[i].object == NULL) {
      table->slots[i].object = object;
      table->slots[i].generation++;
      return (void *)encode(table, (uintptr_t)i);
    }
  }
  return NULL;
}

HandleState handle_state(const HandleTable *table, const void *handle) {
  if (handle == NULL) {
    return HANDLE_NULL;
  }
  uintptr_t slot = slot_of(handle);
  uintptr_t current = encode(table, slot);
  uintptr_t given = (uintptr_t)handle;
  if (given == current) {
    return table->slots[slot].object != NULL ? HANDLE_LIVE : HANDLE_STALE;
  }
  bool same_kind = given >> (GENERATION_BITS + SLOT_BITS) == table->kind;
  bool older = given < current && (given >> SLOT_BITS & UINT32_MAX) != 0;
  return same_kind && older ? HANDLE_STALE : HANDLE_FOREIGN;
}

void *handle_object(const HandleTable *table, const void *handle) {
  return handle_state(table, handle) == HANDLE_LIVE ? table->slots[slot_of(handle)].object : NULL;
}

void *handle_find(const HandleTable *table, const void *handle) {
  HandleState state = handle_state(table, handle);
  if (state == HANDLE_STALE) {
    misuse(MISUSE_STALE_HANDLE, "handle %p was released before", handle);
  } else if (state == HANDLE_FOREIGN) {
    misuse(MISUSE_FOREIGN_HANDLE, "handle %p never came from here", handle);
  }
  return handle_object(table, handle);
}

void handle_retire(HandleTable *table, const void *handle) {
  table->slots[slot_of(handle)].object = NULL;
}
