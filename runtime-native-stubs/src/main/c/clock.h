// SPDX-License-Identifier: Apache-2.0
/* Nanoseconds of CLOCK_MONOTONIC and the one lock over the state of the library. */
#ifndef STUB_CLOCK_H
#define STUB_CLOCK_H

#include <pthread.h>
#include <stdint.h>

#define NEVER INT64_MAX

int64_t clock_now(void);
void clock_sleep_until(int64_t when);

void state_lock(void);
void state_unlock(void);
/* A condition of the state lock with its time limits on CLOCK_MONOTONIC. */
void condition_create(pthread_cond_t *condition);
/* Waits for a signal, at the longest until that time; NEVER = without limit. */
void condition_wait(pthread_cond_t *condition, int64_t until);
/*
 * To be called in a loop: the first call sleeps until shortly before that time, the next one polls
 * the clock until it has come. While polling it does not notice a signal.
 */
void condition_wait_exactly(pthread_cond_t *condition, int64_t until);

#endif
