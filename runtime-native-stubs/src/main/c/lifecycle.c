// SPDX-License-Identifier: Apache-2.0
/* What happens when the library is loaded and unloaded. */
#include <stdio.h>
#include <stdlib.h>

#include "bpu4j/hb_dnn.h"
#include "control.h"
#include "core.h"
#include "settings.h"
#include "task.h"
#include "watch.h"

/* The real library prints lines of this shape on stdout, whatever the log level. */
static void print_banner(void) {
  const char *wanted = getenv("BPU4J_STUB_BANNER");
  if (wanted != NULL && wanted[0] == '1') {
    printf("[BPU_PLAT]BPU Platform Version(bpu4j-stub)!\n[DNN] Runtime version = %s\n",
           hbDNNGetVersion());
    fflush(stdout);
  }
}

__attribute__((constructor)) static void load(void) {
  control_open();
  settings_open();
  watch_open();
  task_open();
  print_banner();
}

__attribute__((destructor)) static void unload(void) {
  core_close();
  watch_close();
  control->attached = 0;
}
