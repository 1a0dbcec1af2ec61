// SPDX-License-Identifier: Apache-2.0
/* Checks that count and tell what was got and expected, and the list of tests. */
#ifndef STUB_TEST_CHECK_H
#define STUB_TEST_CHECK_H

#include <stdbool.h>
#include <stdio.h>

extern _Atomic int check_count;
extern _Atomic int check_failures;

#define CHECK(condition)                                                        \
  do {                                                                          \
    check_count++;                                                              \
    if (!(condition)) {                                                         \
      check_failures++;                                                         \
      fprintf(stderr, "%s:%d: expected %s\n", __FILE__, __LINE__, #condition);  \
    }                                                                           \
  } while (false)

#define CHECK_EQUAL(expected, actual)                                           \
  do {                                                                          \
    long long wanted = (long long)(expected);                                   \
    long long got = (long long)(actual);                                        \
    check_count++;                                                              \
    if (wanted != got) {                                                        \
      check_failures++;                                                         \
      fprintf(stderr, "%s:%d: %s: got %lld, expected %lld\n", __FILE__, __LINE__, #actual, got, \
              wanted);                                                          \
    }                                                                           \
  } while (false)

void memory_tests(void);
void model_tests(void);
void infer_tests(void);
void task_tests(void);
void fault_tests(void);
void thread_tests(void);

#endif
