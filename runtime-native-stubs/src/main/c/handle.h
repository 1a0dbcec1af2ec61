// SPDX-License-Identifier: Apache-2.0
/*
 * Handles that are numbers, not addresses: kind, generation, slot. Whatever a client passes is
 * looked up and never followed, so NULL, stale and foreign handles are told apart safely.
 */
#ifndef STUB_HANDLE_H
#define STUB_HANDLE_H

#include <stdbool.h>
#include <stdint.h>

enum { HANDLE_SLOTS = 1024 };

typedef struct {
  uint32_t kind; /* 1..15, differs from table to table */
  int capacity;  /* at most HANDLE_SLOTS */
  struct {
    uint32_t generation;
    void *object;
  } slots[HANDLE_SLOTS];
} HandleTable;

typedef enum { HANDLE_NULL, HANDLE_LIVE, HANDLE_STALE, HANDLE_FOREIGN } HandleState;

/* Null when the table is full. */
void *handle_issue(HandleTable *table, void *object);
/* Null unless the handle is live; a stale or foreign one counts as misuse. */
void *handle_find(const HandleTable *table, const void *handle);
/* Null unless the handle is live. */
void *handle_object(const HandleTable *table, const void *handle);
HandleState handle_state(const HandleTable *table, const void *handle);
/* The handle must be live; from now on it is stale. */
void handle_retire(HandleTable *table, const void *handle);

#endif
