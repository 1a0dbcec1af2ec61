// SPDX-License-Identifier: Apache-2.0
#include "call.h"

#include <sys/syscall.h>
#include <unistd.h>

#include "clock.h"
#include "control.h"
#include "watch.h"

static const int64_t HANG_POLL_NS = 1000000;

static void hang(void) {
  uint32_t ticket = control->release_hangs;
  while (control->release_hangs == ticket) {
    clock_sleep_until(clock_now() + HANG_POLL_NS);
  }
}

static bool is_due(Fault *fault, Function function) {
  if (fault->function != (uint32_t)function) {
    return false;
  }
  uint64_t n = ++fault->seen;
  if (n < fault->first || (fault->times != 0 && n - fault->first >= fault->times)) {
    return false;
  }
  fault->fired++;
  return true;
}

static void apply(const Fault *fault, Call *call) {
  switch (fault->action) {
    case FAULT_FAIL:
      call->code = fault->code;
      call->skips_work = !function_frees(call->function);
      break;
    case FAULT_FAIL_BEFORE:
    case FAULT_FAIL_AFTER:
      call->code = fault->code;
      call->skips_work = fault->action == FAULT_FAIL_BEFORE;
      break;
    case FAULT_DELAY:
      clock_sleep_until(clock_now() + fault->delay_ns);
      break;
    case FAULT_HANG:
      hang();
      break;
    case FAULT_CORRUPT:
      call->corrupts = true;
      break;
    case FAULT_OVERRUN:
      call->overruns = true;
      break;
    case FAULT_SLOW:
      call->slow_ns = fault->delay_ns;
      break;
    case FAULT_STALL:
      call->stalls = true;
      break;
    default:
      break;
  }
}

static void record(const Call *call, int32_t code) {
  int64_t duration = clock_now() - call->start_ns;
  uint32_t thread = (uint32_t)syscall(SYS_gettid);
  if (watch_logs()) {
    watch_log("%lld.%09lld %u %s(0x%llx, 0x%llx) = %d in %lld ns",
              (long long)(call->start_ns / 1000000000), (long long)(call->start_ns % 1000000000),
              thread, function_name(call->function), (unsigned long long)call->first,
              (unsigned long long)call->second, code, (long long)duration);
  }
  if (control->recording != 0) {
    uint64_t sequence = ++control->records;
    CallRecord *slot = &control->ring[(sequence - 1) % RING_SLOTS];
    slot->sequence = 0;
    slot->function = (uint32_t)call->function;
    slot->code = code;
    slot->first = call->first;
    slot->second = call->second;
    slot->start_ns = call->start_ns;
    slot->duration_ns = duration;
    slot->thread = thread;
    atomic_store_explicit(&slot->sequence, sequence, memory_order_release);
  }
}

Call call_begin(Function function, uint64_t first, uint64_t second) {
  Call call = {.function = function, .first = first, .second = second};
  if (control->recording != 0 || watch_logs()) {
    call.start_ns = clock_now();
  }
  atomic_fetch_add_explicit(&control->calls[function], 1, memory_order_relaxed);
  uint32_t armed = atomic_load_explicit(&control->armed, memory_order_acquire);
  for (int i = 0; armed != 0; i++, armed >>= 1) {
    if ((armed & 1) != 0 && is_due(&control->faults[i], function)) {
      apply(&control->faults[i], &call);
    }
  }
  return call;
}

int32_t call_end(const Call *call, int32_t code) {
  int32_t result = call->code != 0 ? call->code : code;
  if (result != 0) {
    control->failures[call->function]++;
  }
  if (call->start_ns != 0) {
    record(call, result);
  }
  return result;
}
