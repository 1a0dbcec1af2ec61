// SPDX-License-Identifier: Apache-2.0
#include "clock.h"

#include <errno.h>
#include <sys/prctl.h>
#include <time.h>

static const int64_t SECOND = 1000000000;

/* How late a sleeping thread often gets its CPU back, on virtual machines above all. */
static const int64_t LATENESS_NS = 100000;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct timespec timespec_of(int64_t ns) {
  return (struct timespec){.tv_sec = ns / SECOND, .tv_nsec = ns % SECOND};
}

int64_t clock_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * SECOND + t.tv_nsec;
}

void clock_sleep_until(int64_t when) {
  struct timespec t = timespec_of(when);
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL) == EINTR) {
  }
}

void state_lock(void) { pthread_mutex_lock(&lock); }

void state_unlock(void) { pthread_mutex_unlock(&lock); }

void condition_create(pthread_cond_t *condition) {
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(condition, &attributes);
  pthread_condattr_destroy(&attributes);
}

void condition_wait(pthread_cond_t *condition, int64_t until) {
  if (until == NEVER) {
    pthread_cond_wait(condition, &lock);
    return;
  }
  /* The kernel may round a thread's timers up by its slack, 50 us by default: too coarse here. */
  int slack = prctl(PR_GET_TIMERSLACK);
  prctl(PR_SET_TIMERSLACK, 1UL);
  struct timespec t = timespec_of(until);
  pthread_cond_timedwait(condition, &lock, &t);
  if (slack > 0) {
    prctl(PR_SET_TIMERSLACK, (unsigned long)slack);
  }
}

void condition_wait_exactly(pthread_cond_t *condition, int64_t until) {
  int64_t polls_from = until - LATENESS_NS;
  if (clock_now() < polls_from) {
    condition_wait(condition, polls_from);
    return;
  }
  state_unlock();
  while (clock_now() < until) {
  }
  state_lock();
}
