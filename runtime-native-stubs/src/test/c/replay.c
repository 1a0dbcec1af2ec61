// SPDX-License-Identifier: Apache-2.0
/*
 * Makes the calls that two of the vendor's own clients were seen to make, in their order and with
 * their habits, against whatever libdnn.so the loader finds. It knows the library only as those
 * clients do: by name and by offsets into bytes, not by our header.
 *
 *   replay MODEL_FILE      prints the best class of each client's last answer
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  MEMORY_BYTES = 24,
  TENSOR_BYTES = 272,
  PROPERTIES_AT = 96,
  SHAPE_BYTES = 36,
  SIZE_AT = PROPERTIES_AT + 136,
  CONTROL_BYTES = 32,
  INVALIDATE = 1,
  CLEAN = 2,
  FORWARDS = 40 /* more than the tasks that may be alive */
};

int32_t hbDNNInitializeFromFiles(void **packed, const char **paths, int32_t count);
int32_t hbDNNGetModelNameList(const char ***names, int32_t *count, void *packed);
int32_t hbDNNGetModelHandle(void **model, void *packed, const char *name);
int32_t hbDNNGetInputCount(int32_t *count, void *model);
int32_t hbDNNGetOutputCount(int32_t *count, void *model);
int32_t hbDNNGetInputName(const char **name, void *model, int32_t index);
int32_t hbDNNGetOutputName(const char **name, void *model, int32_t index);
int32_t hbDNNGetInputTensorProperties(void *properties, void *model, int32_t index);
int32_t hbDNNGetOutputTensorProperties(void *properties, void *model, int32_t index);
int32_t hbDNNInfer(void **task, void **outputs, const void *inputs, void *model, void *control);
int32_t hbDNNWaitTaskDone(void *task, int32_t timeout);
int32_t hbDNNReleaseTask(void *task);
int32_t hbDNNRelease(void *packed);
int32_t hbSysAllocCachedMem(void *memory, uint32_t size);
int32_t hbSysFlushMem(void *memory, int32_t flag);
int32_t hbSysFreeMem(void *memory);

typedef struct {
  void *packed;
  void *model;
  void *task;
  _Alignas(8) unsigned char input[TENSOR_BYTES];
  _Alignas(8) unsigned char output[TENSOR_BYTES];
} Client;

static void must(int32_t code, const char *what) {
  if (code != 0) {
    fprintf(stderr, "%s gave %d\n", what, code);
    exit(1);
  }
}

static void *bytes_of(const unsigned char *tensor) {
  void *address;
  memcpy(&address, tensor + 8, sizeof address);
  return address;
}

static uint32_t size_of(const unsigned char *tensor) {
  int32_t size;
  memcpy(&size, tensor + SIZE_AT, sizeof size);
  return (uint32_t)size;
}

static void start(Client *client, const char *file) {
  const char **names;
  const char *name;
  int32_t count;
  memset(client, 0xCC, sizeof *client); /* the packed handle is uninitialized on entry */
  memset(client->input, 0, TENSOR_BYTES);
  memset(client->output, 0, TENSOR_BYTES);
  client->task = NULL;
  must(hbDNNInitializeFromFiles(&client->packed, &file, 1), "InitializeFromFiles");
  must(hbDNNGetModelNameList(&names, &count, client->packed), "GetModelNameList");
  must(hbDNNGetModelHandle(&client->model, client->packed, names[0]), "GetModelHandle");
  must(hbDNNGetInputCount(&count, client->model), "GetInputCount");
  must(hbDNNGetOutputCount(&count, client->model), "GetOutputCount");
  must(hbDNNGetInputTensorProperties(client->input + PROPERTIES_AT, client->model, 0), "input");
  must(hbSysAllocCachedMem(client->input, size_of(client->input)), "AllocCachedMem");
  must(hbDNNGetInputName(&name, client->model, 0), "GetInputName");
  must(hbDNNGetOutputName(&name, client->model, 0), "GetOutputName");
  must(hbDNNGetOutputTensorProperties(client->output + PROPERTIES_AT, client->model, 0), "output");
  must(hbSysAllocCachedMem(client->output, size_of(client->output)), "AllocCachedMem");
}

static void infer(Client *client) {
  unsigned char control[CONTROL_BYTES] = {0};
  void *outputs = client->output;
  memset(bytes_of(client->input), 128, size_of(client->input));
  must(hbSysFlushMem(client->input, CLEAN), "FlushMem CLEAN");
  must(hbDNNInfer(&client->task, &outputs, client->input, client->model, control), "Infer");
  must(hbDNNWaitTaskDone(client->task, 0), "WaitTaskDone");
}

static void print_best(const char *who, const Client *client) {
  const float *scores = bytes_of(client->output);
  uint32_t best = 0;
  for (uint32_t i = 1; i < size_of(client->output) / sizeof *scores; i++) {
    best = scores[i] > scores[best] ? i : best;
  }
  printf("%s: %u %.7f\n", who, best, (double)scores[best]);
}

/* Task null at each submit, aligned shape set to the valid one, released after each inference. */
static void careful_client(const char *file) {
  Client client;
  start(&client, file);
  memcpy(client.input + PROPERTIES_AT + SHAPE_BYTES, client.input + PROPERTIES_AT, SHAPE_BYTES);
  for (int i = 0; i < FORWARDS; i++) {
    client.task = NULL;
    infer(&client);
    must(hbSysFlushMem(client.output, INVALIDATE), "FlushMem INVALIDATE");
    must(hbDNNReleaseTask(client.task), "ReleaseTask");
  }
  print_best("careful", &client);
  must(hbSysFreeMem(client.input), "FreeMem");
  must(hbSysFreeMem(client.output), "FreeMem");
  must(hbDNNRelease(client.packed), "Release");
}

/* Never releases a task between inferences and passes the old one again. */
static void careless_client(const char *file) {
  Client client;
  start(&client, file);
  for (int i = 0; i < FORWARDS; i++) {
    infer(&client);
    must(hbSysFlushMem(client.output, INVALIDATE), "FlushMem INVALIDATE");
  }
  must(hbSysFlushMem(client.output, INVALIDATE), "FlushMem INVALIDATE");
  print_best("careless", &client);
  must(hbDNNReleaseTask(client.task), "ReleaseTask");
  must(hbSysFreeMem(client.input), "FreeMem");
  must(hbSysFreeMem(client.output), "FreeMem");
  must(hbDNNRelease(client.packed), "Release");
  /* And once more, as a destructor that runs twice does: codes, no crash. */
  if (hbDNNReleaseTask(client.task) == 0 || hbSysFreeMem(client.output) == 0 ||
      hbDNNRelease(client.packed) == 0 || hbDNNWaitTaskDone(client.task, 0) == 0) {
    fprintf(stderr, "a second release succeeded\n");
    exit(1);
  }
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: replay MODEL_FILE\n");
    return 2;
  }
  careful_client(arguments[1]);
  careless_client(arguments[1]);
  return 0;
}
