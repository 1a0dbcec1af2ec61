// SPDX-License-Identifier: Apache-2.0
#include "settings.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "control.h"
#include "function.h"

static char environment_error[256];

static const struct {
  const char *word;
  FaultAction action;
  bool timed;
} ACTIONS[] = {
    {"delay=", FAULT_DELAY, true},      {"slow=", FAULT_SLOW, true},
    {"hang", FAULT_HANG, false},        {"corrupt", FAULT_CORRUPT, false},
    {"overrun", FAULT_OVERRUN, false},  {"stall", FAULT_STALL, false},
};

/* Milliseconds with a fraction as nanoseconds; false when there are none or they are negative. */
static bool read_ms(const char *text, char **end, int64_t *ns) {
  double ms = strtod(text, end);
  if (*end == text || !(ms >= 0 && ms < 1e9)) {
    return false;
  }
  *ns = (int64_t)(ms * 1e6 + 0.5);
  return true;
}

static bool read_code(const char *text, Fault *fault) {
  char *end;
  long code = strtol(text, &end, 10);
  if (end == text || code < INT32_MIN || code > INT32_MAX) {
    return false;
  }
  fault->code = (int32_t)code;
  fault->action = strcmp(end, "@before") == 0  ? FAULT_FAIL_BEFORE
                  : strcmp(end, "@after") == 0 ? FAULT_FAIL_AFTER
                                               : FAULT_FAIL;
  return *end == '\0' || fault->action != FAULT_FAIL;
}

static bool read_action(const char *text, Fault *fault) {
  for (size_t i = 0; i < sizeof ACTIONS / sizeof *ACTIONS; i++) {
    size_t length = strlen(ACTIONS[i].word);
    if (strncmp(text, ACTIONS[i].word, length) == 0) {
      char *end = (char *)text + length;
      fault->action = ACTIONS[i].action;
      return (!ACTIONS[i].timed || read_ms(text + length, &end, &fault->delay_ns)) && *end == '\0';
    }
  }
  return read_code(text, fault);
}

/* function:n[+]:action */
static bool read_fault(const char *text, Fault *fault) {
  const char *colon = strchr(text, ':');
  if (colon == NULL) {
    return false;
  }
  fault->function = (uint32_t)function_named(text, (int)(colon - text));
  char *end;
  long first = strtol(colon + 1, &end, 10);
  fault->first = (uint64_t)first;
  fault->times = *end == '+' ? 0 : 1;
  end += *end == '+';
  return fault->function < FUNCTION_COUNT && first >= 1 && *end == ':' &&
         read_action(end + 1, fault);
}

static bool arm(const Fault *fault) {
  for (int i = 0; i < FAULT_SLOTS; i++) {
    if ((control->armed >> i & 1) == 0) {
      control->faults[i] = *fault;
      control->armed |= 1U << i;
      return true;
    }
  }
  return false;
}

static void read_faults(const char *value, char *error, size_t size) {
  char *copy = strdup(value);
  char *rest = copy;
  for (char *item; copy != NULL && (item = strsep(&rest, ",")) != NULL;) {
    Fault fault = {0};
    if (!read_fault(item, &fault)) {
      snprintf(error, size,
               "BPU4J_STUB_FAULT: got \"%s\", expected function:n[+]:action as in "
               "hbDNNInfer:2:-6000012",
               item);
    } else if (!arm(&fault)) {
      snprintf(error, size, "BPU4J_STUB_FAULT: more than %d faults", FAULT_SLOTS);
    }
  }
  free(copy);
}

static void read_timing(const char *value, char *error, size_t size) {
  char *end;
  int64_t service;
  int64_t outside;
  if (read_ms(value, &end, &service) && *end == ':' && read_ms(end + 1, &end, &outside) &&
      *end == '\0') {
    control->service_ns = service;
    control->outside_ns = outside;
  } else {
    snprintf(error, size,
             "BPU4J_STUB_TIMING: got \"%s\", expected service_ms:outside_ms as in 2.228:0.72",
             value);
  }
}

static void read_text(const char *variable, const char *value, char *field, size_t room,
                      char *error, size_t size) {
  if (snprintf(field, room, "%s", value) >= (int)room) {
    snprintf(error, size, "%s: longer than %zu bytes", variable, room - 1);
  }
}

static const char *variable(const char *name) {
  const char *value = getenv(name);
  return value != NULL && value[0] != '\0' ? value : NULL;
}

void settings_read(char *error, size_t size) {
  const char *value;
  if ((value = variable("BPU4J_STUB_MODEL")) != NULL) {
    read_text("BPU4J_STUB_MODEL", value, control->model, sizeof control->model, error, size);
  }
  if ((value = variable("BPU4J_STUB_RUNTIME")) != NULL) {
    read_text("BPU4J_STUB_RUNTIME", value, control->runtime, sizeof control->runtime, error, size);
  }
  if ((value = variable("BPU4J_STUB_FAULT")) != NULL) {
    read_faults(value, error, size);
  }
  if ((value = variable("BPU4J_STUB_TIMING")) != NULL) {
    read_timing(value, error, size);
  }
}

void settings_open(void) {
  settings_read(environment_error, sizeof environment_error);
  if (settings_error() != NULL) {
    fprintf(stderr, "bpu4j-stub: %s\n", settings_error());
  }
}

const char *settings_error(void) {
  if (control_error() != NULL) {
    return control_error();
  }
  return environment_error[0] != '\0' ? environment_error : NULL;
}
