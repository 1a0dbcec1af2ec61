// SPDX-License-Identifier: Apache-2.0
/* Blocks, their two views, and what happens to a client that mishandles them. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "client.h"

static void cached_block_has_two_views(void) {
  hbSysMem memory;
  CHECK_EQUAL(0, hbSysAllocCachedMem(&memory, 100));
  CHECK_EQUAL(100, memory.memSize);
  uint8_t *cpu = memory.virAddr;
  CHECK_EQUAL(0xA5, cpu[0]);
  CHECK_EQUAL(0xA5, cpu[99]);
  memset(cpu, 7, 100);
  CHECK_EQUAL(0, hbSysFlushMem(&memory, HB_SYS_MEM_CACHE_INVALIDATE));
  CHECK_EQUAL(0xA5, cpu[50]); /* the device never saw the 7 */
  memset(cpu, 7, 100);
  CHECK_EQUAL(0, hbSysFlushMem(&memory, HB_SYS_MEM_CACHE_CLEAN));
  memset(cpu, 8, 100);
  CHECK_EQUAL(0, hbSysFlushMem(&memory, HB_SYS_MEM_CACHE_INVALIDATE));
  CHECK_EQUAL(7, cpu[50]);
  CHECK_EQUAL(0, hbSysFreeMem(&memory));
}

static void uncached_block_is_one_view(void) {
  hbSysMem memory;
  CHECK_EQUAL(0, hbSysAllocMem(&memory, 100));
  memset(memory.virAddr, 7, 100);
  CHECK_EQUAL(0, hbSysFlushMem(&memory, HB_SYS_MEM_CACHE_INVALIDATE));
  CHECK_EQUAL(7, ((uint8_t *)memory.virAddr)[50]);
  CHECK_EQUAL(0, hbSysFreeMem(&memory));
}

static void registered_memory_is_one_view(void) {
  char frame[64];
  hbSysMem memory = {.phyAddr = 0x7000, .virAddr = frame, .memSize = sizeof frame};
  CHECK_EQUAL(0, hbSysRegisterMem(&memory));
  CHECK_EQUAL(1, control->live.registered);
  CHECK_EQUAL(HB_SYS_REGISTER_MEM_FAILED, hbSysRegisterMem(&memory));
  CHECK_EQUAL(0, hbSysFlushMem(&memory, HB_SYS_MEM_CACHE_CLEAN));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysFreeMem(&memory)); /* never allocated here */
  CHECK_EQUAL(1, control->misuse[MISUSE_FOREIGN_HANDLE]);
  CHECK_EQUAL(0, hbSysUnregisterMem(&memory));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysUnregisterMem(&memory));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysFlushMem(&memory, HB_SYS_MEM_CACHE_CLEAN));
  control->misuse[MISUSE_FOREIGN_HANDLE] = 0;
}

static void write_and_read_stay_within_the_block(void) {
  hbSysMem memory;
  char bytes[16] = "fifteen letters";
  char back[16] = {0};
  CHECK_EQUAL(0, hbSysAllocMem(&memory, 16));
  CHECK_EQUAL(0, hbSysWriteMem(&memory, bytes, 16));
  CHECK_EQUAL(0, hbSysReadMem(back, &memory, 16));
  CHECK_EQUAL(0, memcmp(bytes, back, 16));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysWriteMem(&memory, bytes, 17));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysReadMem(back, &memory, 17));
  memory.memSize = 1 << 20; /* a client's lie does not help */
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysWriteMem(&memory, bytes, 17));
  memory.memSize = 16;
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysWriteMem(&memory, NULL, 1));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysReadMem(NULL, &memory, 1));
  CHECK_EQUAL(0, hbSysFreeMem(&memory));
}

static void wrong_arguments_are_codes(void) {
  hbSysMem memory = {0};
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysAllocMem(NULL, 4));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysAllocCachedMem(&memory, 0));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysFlushMem(NULL, 1));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysFreeMem(NULL));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysRegisterMem(NULL));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysRegisterMem(&memory));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysUnregisterMem(NULL));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysWriteMem(NULL, NULL, 0));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysReadMem(NULL, NULL, 0));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysFreeMem(&memory));
  CHECK_EQUAL(1, control->misuse[MISUSE_FOREIGN_HANDLE]);
  CHECK_EQUAL(0, hbSysAllocCachedMem(&memory, 4));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysFlushMem(&memory, 3));
  CHECK_EQUAL(0, hbSysFreeMem(&memory));
  control->misuse[MISUSE_FOREIGN_HANDLE] = 0;
}

static void double_free_is_counted(void) {
  hbSysMem memory;
  CHECK_EQUAL(0, hbSysAllocCachedMem(&memory, 4));
  CHECK_EQUAL(0, hbSysFreeMem(&memory));
  CHECK_EQUAL(HB_SYS_INVALID_ARGUMENT, hbSysFreeMem(&memory));
  CHECK_EQUAL(1, control->misuse[MISUSE_DOUBLE_FREE]);
  control->misuse[MISUSE_DOUBLE_FREE] = 0;
}

static void overrun_is_counted(void) {
  hbSysMem memory;
  CHECK_EQUAL(0, hbSysAllocCachedMem(&memory, 100));
  ((volatile uint8_t *)memory.virAddr)[101] = 1;
  CHECK_EQUAL(0, hbSysFreeMem(&memory));
  CHECK_EQUAL(1, control->misuse[MISUSE_OVERRUN]);
  control->misuse[MISUSE_OVERRUN] = 0;
}

static void pool_is_finite(void) {
  hbSysMem memory;
  control->pool_bytes = 1000;
  CHECK_EQUAL(HB_SYS_OUT_OF_MEMORY, hbSysAllocMem(&memory, 1001));
  CHECK_EQUAL(0, hbSysAllocMem(&memory, 1000));
  hbSysMem second;
  CHECK_EQUAL(HB_SYS_OUT_OF_MEMORY, hbSysAllocCachedMem(&second, 1));
  CHECK_EQUAL(0, hbSysFreeMem(&memory));
  control->pool_bytes = 0;
}

void memory_tests(void) {
  control_reset();
  cached_block_has_two_views();
  uncached_block_is_one_view();
  registered_memory_is_one_view();
  write_and_read_stay_within_the_block();
  wrong_arguments_are_codes();
  double_free_is_counted();
  overrun_is_counted();
  pool_is_finite();
  check_nothing_left();
}
