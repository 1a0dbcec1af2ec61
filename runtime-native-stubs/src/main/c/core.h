// SPDX-License-Identifier: Apache-2.0
/*
 * The one simulated core. Its time is worked out, not slept: a task starts at
 * max(submitted, end of the task before), leaves the core service_ns later and is done outside_ns
 * after that, whenever the threads that look at it happen to wake. Higher priority starts first,
 * then the smaller custom id, then the earlier submit. With no service time everything happens
 * within the submit call; else a thread of the library's own moves what nobody waits for.
 */
#ifndef STUB_CORE_H
#define STUB_CORE_H

#include "task.h"

/* All with the state lock held. */

/* Queues a task that has all its jobs. */
void core_submit(Task *task);
/* Brings the core up to that time. */
void core_step(int64_t now);
/* Lets the library's thread look for something to do, now. */
void core_wake(void);

/* Ends the library's thread; the state lock must not be held. */
void core_close(void);

#endif
