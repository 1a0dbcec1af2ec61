// SPDX-License-Identifier: Apache-2.0
/* Runs every test in this process, with the library linked in. */
#include "check.h"

_Atomic int check_count;
_Atomic int check_failures;

int main(void) {
  memory_tests();
  model_tests();
  infer_tests();
  task_tests();
  fault_tests();
  thread_tests();
  printf("%d checks, %d failed\n", check_count, check_failures);
  return check_failures == 0 ? 0 : 1;
}
