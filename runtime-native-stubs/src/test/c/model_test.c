// SPDX-License-Identifier: Apache-2.0
/* Descriptions, handles, and what a model tells about itself. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "client.h"
#include "description.h"

static int32_t from_text(const char *text, hbPackedDNNHandle_t *packed) {
  const void *blob = text;
  int32_t length = (int32_t)strlen(text);
  return hbDNNInitializeFromDDR(packed, &blob, &length, 1);
}

static void resnet18_is_as_published(void) {
  Session session = session_open("resnet18_224x224_nv12", NULL);
  hbDNNTensorProperties properties;
  memset(&properties, 0xA5, sizeof properties);
  CHECK_EQUAL(1, session.inputs);
  CHECK_EQUAL(1, session.outputs);
  CHECK_EQUAL(0, hbDNNGetInputTensorProperties(&properties, session.model, 0));
  CHECK_EQUAL(4, properties.validShape.numDimensions);
  CHECK_EQUAL(3, properties.alignedShape.dimensionSize[1]);
  CHECK_EQUAL(HB_DNN_IMG_TYPE_NV12, properties.tensorType);
  CHECK_EQUAL(HB_DNN_LAYOUT_NCHW, properties.tensorLayout);
  CHECK_EQUAL(75264, properties.alignedByteSize);
  CHECK_EQUAL(0, properties.stride[0]);
  CHECK_EQUAL(0, hbDNNGetOutputTensorProperties(&properties, session.model, 0));
  CHECK_EQUAL(HB_DNN_TENSOR_TYPE_F32, properties.tensorType);
  CHECK_EQUAL(4000, properties.alignedByteSize);
  CHECK_EQUAL(4000, properties.stride[0]);
  CHECK_EQUAL(4, properties.stride[1]);
  CHECK_EQUAL(4, properties.stride[3]);
  int32_t source = -1;
  CHECK_EQUAL(0, hbDNNGetInputSource(&source, session.model, 0));
  CHECK_EQUAL(HB_DNN_INPUT_FROM_PYRAMID, source);
  const char *name = NULL;
  CHECK_EQUAL(0, hbDNNGetInputName(&name, session.model, 0));
  CHECK_EQUAL(0, strcmp("data", name));
  CHECK_EQUAL(0, hbDNNGetOutputName(&name, session.model, 0));
  CHECK_EQUAL(0, strcmp("prob", name));
  const char *text = NULL;
  uint32_t size = 0;
  int32_t type = -1;
  CHECK_EQUAL(0, hbDNNGetModelDesc(&text, &size, &type, session.model));
  CHECK_EQUAL(strlen(text), size);
  CHECK_EQUAL(HB_DNN_DESC_TYPE_STRING, type);
  CHECK_EQUAL(0, hbDNNGetModelTag(&text, session.model));
  CHECK_EQUAL(0, strcmp("BPU4J_STUB", text));
  session_close(&session);
}

static void second_output_uses_every_field(void) {
  Session session = session_open("resnet18_224x224_nv12_two_outputs", NULL);
  hbDNNTensorProperties properties;
  CHECK_EQUAL(2, session.outputs);
  CHECK_EQUAL(0, hbDNNGetOutputTensorProperties(&properties, session.model, 1));
  CHECK_EQUAL(4, properties.validShape.dimensionSize[1]);
  CHECK_EQUAL(8, properties.alignedShape.dimensionSize[1]);
  CHECK_EQUAL(8, properties.alignedByteSize);
  CHECK_EQUAL(2, properties.stride[1]);
  CHECK_EQUAL(HB_DNN_QUANTI_SCALE, properties.quantiType);
  CHECK_EQUAL(1, properties.quantizeAxis);
  CHECK_EQUAL(4, properties.scale.scaleLen);
  CHECK(properties.scale.scaleData[2] == 0.125F);
  CHECK_EQUAL(4, properties.scale.zeroPointLen);
  CHECK_EQUAL(-20, properties.scale.zeroPointData[2]);
  CHECK_EQUAL(4, properties.shift.shiftLen);
  CHECK_EQUAL(4, properties.shift.shiftData[3]);
  session_close(&session);
}

static void one_file_holds_two_models(void) {
  Session session = session_open("two_models", "second_64x64_nv12");
  const char **names;
  int32_t count;
  CHECK_EQUAL(0, hbDNNGetModelNameList(&names, &count, session.packed));
  CHECK_EQUAL(2, count);
  CHECK_EQUAL(0, strcmp("first_48x32_nv12", names[0]));
  hbDNNHandle_t model;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNGetModelHandle(&model, session.packed, "third"));
  session_close(&session);
}

static void wrong_files_are_codes(void) {
  hbPackedDNNHandle_t packed = (void *)0x1234;
  const char *absent = "/no/such/file.bin";
  const char *folder = "/proc/self";
  const char *other = "/proc/self/exe";
  control->model[0] = '\0';
  CHECK_EQUAL(HB_DNN_CAN_NOT_OPEN_FILE, hbDNNInitializeFromFiles(&packed, &absent, 1));
  CHECK_EQUAL(HB_DNN_CAN_NOT_OPEN_FILE, hbDNNInitializeFromFiles(&packed, &folder, 1));
  CHECK_EQUAL(HB_DNN_INVALID_MODEL, hbDNNInitializeFromFiles(&packed, &other, 1));
  CHECK(strstr(control->message, "BPU4J_STUB_MODEL") != NULL);
  strcpy(control->model, "no_such_model");
  CHECK_EQUAL(HB_DNN_CAN_NOT_OPEN_FILE, hbDNNInitializeFromFiles(&packed, &other, 1));
  strcpy(control->model, "tiny_48x32_nv12");
  CHECK_EQUAL(HB_DNN_CAN_NOT_OPEN_FILE, hbDNNInitializeFromFiles(&packed, &absent, 1));
  const char *twice[] = {other, other};
  CHECK_EQUAL(HB_DNN_INVALID_MODEL, hbDNNInitializeFromFiles(&packed, twice, 2));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNInitializeFromFiles(NULL, &other, 1));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNInitializeFromFiles(&packed, NULL, 1));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNInitializeFromFiles(&packed, &other, 0));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNInitializeFromDDR(&packed, NULL, NULL, 1));
  CHECK_EQUAL(0x1234, (intptr_t)packed);
  control->model[0] = '\0';
}

static const char *const WRONG_TEXTS[] = {
    "", "bpu4j-stub-model 1\n", "bpu4j-stub-model 1\ninput a\n", "bpu4j-stub-model 1\nmodel m\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 3 3\noutput b\n valid 1 1 1 1\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\n aligned 1 3 8 8\noutput b\n valid 1\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 0 1\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 65536 65536\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 1 1 1 1 1 1 1 1 1\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n bytes 12\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n stride 8\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n score 4 1\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n score -1 1\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n scale 1 2\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n scale one\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n type S8\n"
    " quanti SCALE\n scale 0\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n scale nan\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n scale\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n shift 32\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n zero_point 128\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n quanti SCALE\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\noutput b\n valid 4\n type NV12\n",
    "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 4\n score 1 1\noutput b\n valid 4\n",
    "bpu4j-stub-model 1\nmodel m\ntiming -1 0\n", "bpu4j-stub-model 1\nmodel m\nshape 1\n",
    "bpu4j-stub-model 1\nmodel\n", "bpu4j-stub-model 1\nmodel m\ninput a\n type NV13\n",
};

static void wrong_texts_say_where(void) {
  for (size_t i = 0; i < sizeof WRONG_TEXTS / sizeof *WRONG_TEXTS; i++) {
    char error[256] = "";
    const char *text = WRONG_TEXTS[i];
    Description *read = description_read(text, strlen(text), "text", error, sizeof error);
    CHECK(read == NULL);
    CHECK(strncmp(error, "text:", 5) == 0);
    description_free(read);
  }
}

/* Every prefix of a shipped text, and every text with one byte changed, is read or refused. */
static void damaged_texts_are_refused(void) {
  const char *text = shipped_description("quantized_outputs");
  size_t length = strlen(text);
  char *damaged = malloc(length);
  for (size_t i = 0; i < length; i += 3) {
    char error[256];
    description_free(description_read(text, i, "prefix", error, sizeof error));
    memcpy(damaged, text, length);
    damaged[i] = (char)(damaged[i] ^ (1 << i % 8));
    description_free(description_read(damaged, length, "damaged", error, sizeof error));
  }
  free(damaged);
}

static void handles_are_never_followed(void) {
  int32_t count;
  const char **names;
  hbDNNHandle_t model;
  hbPackedDNNHandle_t packed;
  CHECK_EQUAL(0, from_text(shipped_description("tiny_48x32_nv12"), &packed));
  CHECK_EQUAL(0, hbDNNGetModelHandle(&model, packed, "tiny_48x32_nv12"));
  CHECK_EQUAL(HB_DNN_INVALID_DNN_HANDLE, hbDNNGetInputCount(&count, packed)); /* wrong kind */
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNGetInputCount(NULL, model));
  const char *name;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNGetInputName(&name, model, 1));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNGetOutputName(&name, model, -1));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNGetInputTensorProperties(NULL, model, 0));
  CHECK_EQUAL(0, hbDNNRelease(packed));
  CHECK_EQUAL(HB_DNN_INVALID_PACKED_DNN_HANDLE, hbDNNRelease(packed));
  CHECK_EQUAL(1, control->misuse[MISUSE_DOUBLE_MODEL_RELEASE]);
  CHECK_EQUAL(HB_DNN_INVALID_PACKED_DNN_HANDLE, hbDNNGetModelNameList(&names, &count, packed));
  CHECK_EQUAL(HB_DNN_INVALID_DNN_HANDLE, hbDNNGetInputCount(&count, model));
  CHECK_EQUAL(2, control->misuse[MISUSE_STALE_HANDLE]);
  CHECK_EQUAL(HB_DNN_INVALID_PACKED_DNN_HANDLE, hbDNNRelease(NULL));
  CHECK_EQUAL(HB_DNN_INVALID_PACKED_DNN_HANDLE, hbDNNRelease(&count));
  CHECK_EQUAL(HB_DNN_INVALID_DNN_HANDLE, hbDNNGetOutputCount(&count, (void *)-1L));
  CHECK(control->misuse[MISUSE_FOREIGN_HANDLE] >= 3);
  control_reset();
}

static void texts_for_every_code(void) {
  for (int code = -6000300; code <= -5999990; code++) {
    CHECK(hbDNNGetErrorDesc(code) != NULL);
    if (code == -6000132) {
      CHECK_EQUAL(0, strcmp("unknown code", hbDNNGetErrorDesc(code)));
    }
  }
}

void model_tests(void) {
  control_reset();
  CHECK(strncmp(hbDNNGetVersion(), "1.24.", 5) == 0);
  CHECK(strstr(hbDNNGetVersion(), "bpu4j-stub") != NULL);
  resnet18_is_as_published();
  second_output_uses_every_field();
  one_file_holds_two_models();
  wrong_files_are_codes();
  wrong_texts_say_where();
  damaged_texts_are_refused();
  handles_are_never_followed();
  texts_for_every_code();
  check_nothing_left();
}
