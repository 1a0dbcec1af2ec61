// SPDX-License-Identifier: Apache-2.0
/* What an observer is told: errors, misuse, and the text log named by BPU4J_STUB_LOG. */
#ifndef STUB_WATCH_H
#define STUB_WATCH_H

#include <stdbool.h>

#include "control.h"

void watch_open(void);
void watch_close(void);

bool watch_logs(void);
/* Appends one line to the log; the line is written whole. */
__attribute__((format(printf, 1, 2))) void watch_log(const char *format, ...);
/* A call fails for a reason that the client can correct: goes to message, log and stderr. */
__attribute__((format(printf, 1, 2))) void complain(const char *format, ...);
/* The client broke a rule of the interface: goes to counter, message and log. */
__attribute__((format(printf, 2, 3))) void misuse(Misuse kind, const char *format, ...);

#endif
