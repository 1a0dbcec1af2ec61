// SPDX-License-Identifier: Apache-2.0
/*
 * The ceiling: what a plain C program gets from libdnn.so with the calls that the Java runtime
 * makes, in the same order - clean, infer, wait, release, invalidate - and nothing else.
 *
 *   client latency MODEL COUNT [ROUNDS]     best and median nanoseconds per call over the rounds
 *   client throughput MODEL THREADS SECONDS pictures per second, mean latency in milliseconds
 *   client steady MODEL COUNT [scores]      COUNT calls between two stops, for a counter from outside
 *
 * Results are "name value" lines on stdout.
 */
#include "bpu4j/hb_dnn.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_OUTPUTS = 16, MOST_THREADS = 32, MOST_ROUNDS = 99, WAIT_MS = 10000 };

typedef struct {
  hbDNNHandle_t model;
  hbDNNTensor input;
  hbDNNTensor outputs[MOST_OUTPUTS];
  hbDNNInferCtrlParam control;
  int32_t output_count;
  int32_t classes;
  float *scores;
} Request;

typedef struct {
  Request request;
  int64_t end;
  int64_t warm;
  int64_t count;
  int64_t busy_nanos;
} Worker;

static void check(int32_t code, const char *function) {
  if (code != 0) {
    fprintf(stderr, "%s returned %d\n", function, code);
    exit(1);
  }
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static hbDNNHandle_t load(const char *file) {
  hbPackedDNNHandle_t packed;
  hbDNNHandle_t model;
  const char **names;
  int32_t count;
  check(hbDNNInitializeFromFiles(&packed, &file, 1), "hbDNNInitializeFromFiles");
  check(hbDNNGetModelNameList(&names, &count, packed), "hbDNNGetModelNameList");
  check(hbDNNGetModelHandle(&model, packed, names[0]), "hbDNNGetModelHandle");
  return model;
}

static void allocate(hbDNNTensor *tensor) {
  uint32_t size = (uint32_t)tensor->properties.alignedByteSize;
  check(hbSysAllocCachedMem(&tensor->sysMem[0], size), "hbSysAllocCachedMem");
  memset(tensor->sysMem[0].virAddr, 0, size);
  check(hbSysFlushMem(&tensor->sysMem[0], HB_SYS_MEM_CACHE_CLEAN), "hbSysFlushMem");
}

static void prepare(Request *request, hbDNNHandle_t model) {
  memset(request, 0, sizeof *request);
  request->model = model;
  check(hbDNNGetInputTensorProperties(&request->input.properties, model, 0), "properties");
  request->input.properties.alignedShape = request->input.properties.validShape;
  allocate(&request->input);
  check(hbDNNGetOutputCount(&request->output_count, model), "hbDNNGetOutputCount");
  if (request->output_count > MOST_OUTPUTS) {
    check(HB_DNN_INVALID_ARGUMENT, "too many outputs");
  }
  for (int32_t i = 0; i < request->output_count; i++) {
    check(hbDNNGetOutputTensorProperties(&request->outputs[i].properties, model, i), "properties");
    allocate(&request->outputs[i]);
  }
  request->classes = request->outputs[0].properties.validShape.dimensionSize[1];
  request->scores = calloc((size_t)request->classes, sizeof(float));
}

static void infer(Request *request) {
  hbDNNTaskHandle_t task = NULL;
  hbDNNTensor *outputs = request->outputs;
  check(hbSysFlushMem(&request->input.sysMem[0], HB_SYS_MEM_CACHE_CLEAN), "hbSysFlushMem");
  check(hbDNNInfer(&task, &outputs, &request->input, request->model, &request->control),
        "hbDNNInfer");
  check(hbDNNWaitTaskDone(task, WAIT_MS), "hbDNNWaitTaskDone");
  check(hbDNNReleaseTask(task), "hbDNNReleaseTask");
  check(hbSysFlushMem(&outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE), "hbSysFlushMem");
}

static void read_scores(Request *request) {
  memcpy(request->scores, request->outputs[0].sysMem[0].virAddr,
         (size_t)request->classes * sizeof(float));
}

static double round_of(Request *request, long count, int with_scores) {
  int64_t start = now();
  for (long i = 0; i < count; i++) {
    infer(request);
    if (with_scores) {
      read_scores(request);
    }
  }
  return (double)(now() - start) / (double)count;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a;
  double y = *(const double *)b;
  return (x > y) - (x < y);
}

static void latency(Request *request, long count, int rounds, int with_scores, const char *name) {
  double nanos[MOST_ROUNDS];
  for (int i = 0; i < rounds; i++) {
    nanos[i] = round_of(request, count, with_scores);
  }
  qsort(nanos, (size_t)rounds, sizeof *nanos, by_value);
  printf("%s_best_ns %.1f\n%s_median_ns %.1f\n", name, nanos[0], name, nanos[rounds / 2]);
}

/* Says where it is and goes on at the next character. */
static void stop(const char *place) {
  printf("%s\n", place);
  fflush(stdout);
  getchar();
}

static void steady(Request *request, long count, int with_scores) {
  round_of(request, count, with_scores);
  stop("warm");
  round_of(request, count, with_scores);
  stop("done");
}

static void *work(void *argument) {
  Worker *worker = argument;
  for (int64_t start = now(); start < worker->end;) {
    infer(&worker->request);
    read_scores(&worker->request);
    int64_t finished = now();
    if (start >= worker->warm && finished <= worker->end) {
      worker->count++;
      worker->busy_nanos += finished - start;
    }
    start = finished;
  }
  return NULL;
}

static void throughput(hbDNNHandle_t model, int threads, double seconds) {
  static Worker workers[MOST_THREADS];
  pthread_t ids[MOST_THREADS];
  int64_t warm = now() + 300000000LL;
  int64_t end = warm + (int64_t)(seconds * 1e9);
  for (int i = 0; i < threads; i++) {
    prepare(&workers[i].request, model);
    workers[i].warm = warm;
    workers[i].end = end;
  }
  for (int i = 0; i < threads; i++) {
    check(pthread_create(&ids[i], NULL, work, &workers[i]), "pthread_create");
  }
  int64_t count = 0;
  int64_t busy = 0;
  for (int i = 0; i < threads; i++) {
    pthread_join(ids[i], NULL);
    count += workers[i].count;
    busy += workers[i].busy_nanos;
  }
  if (count == 0) {
    check(HB_DNN_INVALID_ARGUMENT, "nothing finished; use more seconds");
  }
  /* Throughput by the mean time between answers of a thread: free of the window's edges. */
  double mean = (double)busy / (double)count;
  printf("fps %.2f\nmean_ms %.4f\n", threads * 1e9 / mean, mean / 1e6);
}

int main(int argc, char **argv) {
  if (argc < 4) {
    fprintf(stderr,
            "usage: %s latency MODEL COUNT [ROUNDS] | throughput MODEL THREADS SECONDS |"
            " steady MODEL COUNT [scores]\n",
            argv[0]);
    return 2;
  }
  hbDNNHandle_t model = load(argv[2]);
  long count = atol(argv[3]);
  if (strcmp(argv[1], "throughput") == 0 && argc == 5 && count >= 1 && count <= MOST_THREADS) {
    throughput(model, (int)count, atof(argv[4]));
    return 0;
  }
  if (strcmp(argv[1], "steady") == 0 && count >= 1) {
    Request request;
    prepare(&request, model);
    steady(&request, count, argc == 5 && strcmp(argv[4], "scores") == 0);
    return 0;
  }
  int rounds = argc > 4 ? atoi(argv[4]) : 1;
  if (strcmp(argv[1], "latency") != 0 || count < 1 || rounds < 1 || rounds > MOST_ROUNDS) {
    fprintf(stderr, "what was asked for is not understood\n");
    return 2;
  }
  Request request;
  prepare(&request, model);
  round_of(&request, 1 + count / 10, 1);
  latency(&request, count, rounds, 0, "infer");
  latency(&request, count, rounds, 1, "infer_and_scores");
  return 0;
}
