// SPDX-License-Identifier: Apache-2.0
/*
 * The control block: settings that an observer writes and counters that the library writes, in one
 * shared mapping of a file. The file is the one named by BPU4J_STUB_CONTROL, else
 * "<this library>.control" if that exists; without either the block is private and only the
 * environment sets it. Its layout is the contract with the Java class ControlBlock.
 */
#ifndef STUB_CONTROL_H
#define STUB_CONTROL_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

enum { FAULT_SLOTS = 32, RING_SLOTS = 4096, CONTROL_VERSION = 1 };

#define CONTROL_MAGIC 0x424f525455345042ULL

typedef enum {
  FAULT_FAIL = 0,        /* code instead of the work; after it for functions that free something */
  FAULT_FAIL_BEFORE = 1, /* code instead of the work */
  FAULT_FAIL_AFTER = 2,  /* code after the work */
  FAULT_DELAY = 3,       /* the call takes delay_ns longer */
  FAULT_HANG = 4,        /* the call waits for release_hangs, then works */
  FAULT_CORRUPT = 5,     /* the call succeeds and what it gives is damaged */
  FAULT_OVERRUN = 6,     /* properties getters write 8 bytes past the struct */
  FAULT_SLOW = 7,        /* the task of this infer call takes delay_ns longer on the core */
  FAULT_STALL = 8,       /* the task of this infer call stays on the core until release_hangs */
  FAULT_ACTIONS = 9
} FaultAction;

typedef struct {
  uint32_t function;
  uint32_t reserved0;
  uint64_t first; /* 1 = the next call */
  uint64_t times; /* 0 = every call from then on */
  uint32_t action;
  int32_t code;
  int64_t delay_ns;
  _Atomic uint64_t seen;
  _Atomic uint64_t fired;
  uint64_t reserved1;
} Fault;

typedef enum {
  MISUSE_DOUBLE_FREE,
  MISUSE_DOUBLE_TASK_RELEASE,
  MISUSE_DOUBLE_MODEL_RELEASE,
  MISUSE_MODEL_RELEASED_WITH_TASKS,
  MISUSE_FREED_WHILE_IN_USE,
  MISUSE_INPUT_NOT_CLEANED,
  MISUSE_OUTPUT_NOT_INVALIDATED,
  MISUSE_INVALIDATED_WHILE_RUNNING,
  MISUSE_OUTPUT_NOT_CLEANED,
  MISUSE_FOREIGN_HANDLE,
  MISUSE_STALE_HANDLE,
  MISUSE_TASK_NOT_NULL,
  MISUSE_OVERRUN,
  MISUSE_BLOCK_SHARED,
  MISUSE_OUTPUT_PROPERTIES_CHANGED,
  MISUSE_WAITED_TWICE,
  MISUSE_RELEASED_WHILE_WAITING,
  MISUSE_COUNT
} Misuse;

typedef struct {
  _Atomic int64_t packed;
  _Atomic int64_t tasks;   /* created and not released by the client */
  _Atomic int64_t running; /* queued or on the core, released or not */
  _Atomic int64_t blocks;
  _Atomic int64_t bytes;
  _Atomic int64_t registered;
  _Atomic int64_t peak_tasks;
  _Atomic int64_t peak_bytes;
  _Atomic int64_t finished; /* tasks that ran to their end */
  _Atomic int64_t core_busy_ns;
  int64_t reserved[22];
} Live;

typedef struct {
  _Atomic uint64_t sequence; /* from 1; written last */
  uint32_t function;
  int32_t code;
  uint64_t first;
  uint64_t second;
  int64_t start_ns; /* CLOCK_MONOTONIC */
  int64_t duration_ns;
  uint32_t thread;
  uint32_t reserved[3];
} CallRecord;

typedef struct {
  uint64_t magic;
  uint32_t version;
  uint32_t size;
  _Atomic int32_t attached; /* process id of the last library that mapped the block */
  _Atomic uint32_t recording;
  _Atomic uint32_t release_hangs; /* counts up: what hung before continues */
  _Atomic uint32_t armed; /* bit i: faults[i] is in use */
  _Atomic int64_t service_ns; /* -1 = what the model says */
  _Atomic int64_t outside_ns;
  _Atomic int64_t pool_bytes; /* 0 = 512 MiB */
  int64_t reserved1;
  char model[512];   /* "" = the file itself */
  char runtime[64];  /* "" = the version string of this library */
  Fault faults[FAULT_SLOTS];
  uint8_t reserved2[1408];
  _Atomic uint64_t calls[32];
  _Atomic uint64_t failures[32];
  _Atomic uint64_t misuse[32];
  Live live;
  char message[1024]; /* the last error or misuse */
  _Atomic uint64_t records; /* calls recorded so far; the ring holds the last RING_SLOTS */
  uint8_t reserved3[2040];
  CallRecord ring[RING_SLOTS];
} Control;

_Static_assert(sizeof(Fault) == 64, "");
_Static_assert(sizeof(Live) == 256, "");
_Static_assert(sizeof(CallRecord) == 64, "");
_Static_assert(offsetof(Control, model) == 64, "");
_Static_assert(offsetof(Control, runtime) == 576, "");
_Static_assert(offsetof(Control, faults) == 640, "");
_Static_assert(offsetof(Control, calls) == 4096, "");
_Static_assert(offsetof(Control, failures) == 4352, "");
_Static_assert(offsetof(Control, misuse) == 4608, "");
_Static_assert(offsetof(Control, live) == 4864, "");
_Static_assert(offsetof(Control, message) == 5120, "");
_Static_assert(offsetof(Control, records) == 6144, "");
_Static_assert(offsetof(Control, ring) == 8192, "");
_Static_assert(sizeof(Control) == 270336, "");

/* Never null after the library is loaded. */
extern Control *control;

/* Maps the block. */
void control_open(void);
/* Why the named control file is not in use; null when there is nothing to report. */
const char *control_error(void);

#endif
