// SPDX-License-Identifier: Apache-2.0
/* What goes into the device and what comes out. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "client.h"

/* The documented checksum, written a second time and the slow way. */
static uint32_t weigh(const uint8_t *bytes, uint32_t count) {
  uint32_t sum = 0;
  for (uint32_t p = 0; p < count; p++) {
    sum += bytes[p] * ((2654435761U * (p + 1)) | 1U);
  }
  return sum;
}

static float score_of(uint32_t checksum, uint32_t seed, uint32_t k) {
  uint32_t x = checksum + seed + k * 0x9E3779B9U;
  x = (x ^ (x >> 16)) * 0x7FEB352DU;
  x = (x ^ (x >> 15)) * 0x846CA68BU;
  x = x ^ (x >> 16);
  return (float)(x >> 8) / 16777216.0F;
}

static void check_scores(const Request *request, uint32_t checksum, uint32_t seed, uint32_t count) {
  const float *scores = request->outputs[0].sysMem[0].virAddr;
  for (uint32_t k = 0; k < count; k++) {
    CHECK(scores[k] == score_of(checksum, seed, k));
  }
}

static void resnet18_answers_as_scripted(void) {
  Session session = session_open("resnet18_224x224_nv12", NULL);
  Request request = request_open(&session);
  request_fill(&session, &request, 1);
  CHECK_EQUAL(0, request_run(&session, &request));
  const float *scores = request.outputs[0].sysMem[0].virAddr;
  CHECK(scores[270] == 0.9523688F);
  double sum = 0;
  for (int i = 0; i < 1000; i++) {
    sum += (double)scores[i];
    CHECK(i == 270 || scores[i] == scores[0]);
  }
  CHECK(fabs(sum - 1) < 1e-6);
  request_close(&session, &request);
  session_close(&session);
}

static void checksum_sees_every_byte(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  request_fill(&session, &request, 3);
  CHECK_EQUAL(0, request_run(&session, &request));
  uint8_t *bytes = request.inputs[0].sysMem[0].virAddr;
  CHECK_EQUAL(48 * 32 * 3 / 2, request.inputs[0].sysMem[0].memSize);
  check_scores(&request, weigh(bytes, 2304), 0, 10);
  uint8_t first = bytes[7];
  bytes[7] = bytes[8]; /* two bytes change places */
  bytes[8] = first;
  CHECK_EQUAL(0, hbSysFlushMem(&request.inputs[0].sysMem[0], HB_SYS_MEM_CACHE_CLEAN));
  CHECK_EQUAL(0, request_run(&session, &request));
  check_scores(&request, weigh(bytes, 2304), 0, 10);
  request_close(&session, &request);
  session_close(&session);
}

/* The valid bytes of the 50x34 picture whose rows lie pitch bytes apart. */
static uint32_t weigh_narrow(const uint8_t *y, const uint8_t *uv, size_t pitch) {
  uint8_t dense[50 * 51];
  for (size_t row = 0; row < 34; row++) {
    memcpy(dense + row * 50, y + row * pitch, 50);
  }
  for (size_t row = 0; row < 17; row++) {
    memcpy(dense + (34 + row) * 50, uv + row * pitch, 50);
  }
  return weigh(dense, sizeof dense);
}

static void padding_does_not_count(void) {
  Session session = session_open("narrow_50x34_nv12", NULL);
  Request request = request_open(&session);
  CHECK_EQUAL(64 * 34 * 3 / 2, request.inputs[0].properties.alignedByteSize);
  request_fill(&session, &request, 5);
  CHECK_EQUAL(0, request_run(&session, &request));
  const uint8_t *bytes = request.inputs[0].sysMem[0].virAddr;
  check_scores(&request, weigh_narrow(bytes, bytes + 64 * 34, 64), 0, 10);
  /* The client may declare its rows dense, or further apart. */
  request.inputs[0].properties.alignedShape = request.inputs[0].properties.validShape;
  CHECK_EQUAL(0, request_run(&session, &request));
  check_scores(&request, weigh_narrow(bytes, bytes + 50 * 34, 50), 0, 10);
  request.inputs[0].properties.alignedShape.dimensionSize[3] = 80;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request)); /* 4080 > 3264 bytes */
  request.inputs[0].properties.alignedShape.dimensionSize[3] = 60; /* no multiple of 16 */
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request));
  request_close(&session, &request);
  session_close(&session);
}

static void planes_may_be_separate(void) {
  Session session = session_open("narrow_50x34_nv12", NULL);
  Request request = request_open(&session);
  hbDNNTensor *input = &request.inputs[0];
  hbSysMem whole = input->sysMem[0];
  hbSysMem uv;
  CHECK_EQUAL(0, hbSysAllocCachedMem(&uv, 80 * 17));
  hbSysMem y;
  CHECK_EQUAL(0, hbSysAllocCachedMem(&y, 80 * 34));
  for (int i = 0; i < 80 * 34; i++) {
    ((uint8_t *)y.virAddr)[i] = (uint8_t)(i * 7 + i / 80);
    ((uint8_t *)uv.virAddr)[i / 2] = (uint8_t)(i * 3);
  }
  CHECK_EQUAL(0, hbSysFlushMem(&y, HB_SYS_MEM_CACHE_CLEAN));
  CHECK_EQUAL(0, hbSysFlushMem(&uv, HB_SYS_MEM_CACHE_CLEAN));
  input->properties.tensorType = HB_DNN_IMG_TYPE_NV12_SEPARATE;
  input->properties.alignedShape.dimensionSize[3] = 80;
  input->sysMem[0] = y;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request)); /* no UV */
  input->sysMem[1] = uv;
  CHECK_EQUAL(0, request_run(&session, &request));
  check_scores(&request, weigh_narrow(y.virAddr, uv.virAddr, 80), 0, 10);
  input->sysMem[0] = whole;
  CHECK_EQUAL(0, hbSysFreeMem(&y));
  CHECK_EQUAL(0, hbSysFreeMem(&uv));
  request_close(&session, &request);
  session_close(&session);
}

static void registered_frame_is_read_where_it_is(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  hbSysMem own = request.inputs[0].sysMem[0];
  static uint8_t frame[2304];
  for (int i = 0; i < 2304; i++) {
    frame[i] = (uint8_t)(i * 13);
  }
  hbSysMem registered = {.phyAddr = 0x90000, .virAddr = frame, .memSize = sizeof frame};
  request.inputs[0].sysMem[0] = registered;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request)); /* not yet known */
  CHECK_EQUAL(0, hbSysRegisterMem(&registered));
  CHECK_EQUAL(0, request_run(&session, &request));
  check_scores(&request, weigh(frame, 2304), 0, 10);
  CHECK_EQUAL(0, hbSysUnregisterMem(&registered));
  request.inputs[0].sysMem[0] = own;
  request_close(&session, &request);
  session_close(&session);
}

static double dequantized(const hbDNNTensor *tensor, int k) {
  const hbDNNTensorProperties *p = &tensor->properties;
  const uint8_t *bytes = tensor->sysMem[0].virAddr;
  int axis = p->tensorLayout == HB_DNN_LAYOUT_NHWC ? 3 : 1;
  const uint8_t *place = bytes + k * p->stride[axis];
  double q = p->tensorType == HB_DNN_TENSOR_TYPE_S8    ? *(const int8_t *)place
             : p->tensorType == HB_DNN_TENSOR_TYPE_S16 ? *(const int16_t *)(const void *)place
                                                       : *(const int32_t *)(const void *)place;
  if (p->quantiType == HB_DNN_QUANTI_SHIFT) {
    return q / (1 << p->shift.shiftData[p->shift.shiftLen > 1 ? k : 0]);
  }
  double zero = p->scale.zeroPointLen == 0 ? 0 : p->scale.zeroPointData[k];
  return (q - zero) * (double)p->scale.scaleData[p->scale.scaleLen > 1 ? k : 0];
}

static void quantized_outputs_hold_the_script(void) {
  Session session = session_open("quantized_outputs", NULL);
  Request request = request_open(&session);
  CHECK_EQUAL(5, session.outputs);
  CHECK_EQUAL(0, request_run(&session, &request));
  for (int i = 0; i < session.outputs; i++) {
    for (int k = 0; k < 10; k++) {
      double rest = i == 0 ? -1.5 : i == 1 ? -2 : -1;
      double wanted = k == 7 ? 6.25 : rest;
      CHECK(fabs(dequantized(&request.outputs[i], k) - wanted) < 0.006);
    }
  }
  /* Bytes between the elements are not zero. */
  CHECK_EQUAL(0xEE, ((uint8_t *)request.outputs[0].sysMem[0].virAddr)[15]);
  request_close(&session, &request);
  session_close(&session);
}

static void float_outputs_hold_the_script_unscaled(void) {
  Session session = session_open("float_outputs_with_scales", NULL);
  Request request = request_open(&session);
  CHECK_EQUAL(3, session.outputs);
  CHECK_EQUAL(HB_DNN_QUANTI_SCALE, request.outputs[0].properties.quantiType);
  CHECK_EQUAL(0, request_run(&session, &request));
  for (int k = 0; k < 10; k++) {
    float wanted = k == 7 ? 6.25F : -1;
    CHECK(((const float *)request.outputs[0].sysMem[0].virAddr)[k] == wanted);
    CHECK(((const _Float16 *)request.outputs[1].sysMem[0].virAddr)[k] == (_Float16)wanted);
    CHECK(((const double *)request.outputs[2].sysMem[0].virAddr)[k] == (double)wanted);
  }
  request_close(&session, &request);
  session_close(&session);
}

/* A model described in text, loaded from memory. */
static Session described(const char *text) {
  Session session = {.inputs = 1, .outputs = 1};
  const void *blob = text;
  int32_t length = (int32_t)strlen(text);
  control->model[0] = '\0';
  CHECK_EQUAL(0, hbDNNInitializeFromDDR(&session.packed, &blob, &length, 1));
  CHECK_EQUAL(0, hbDNNGetModelHandle(&session.model, session.packed, "m"));
  return session;
}

/* The script is the answer to one input; any other gets the values of its checksum. */
static void exact_scores_need_the_exact_input(void) {
  Session probe = described("bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 16\noutput c\n"
                            " valid 1 10 1 1\n");
  Request request = request_open(&probe);
  request_fill(&probe, &request, 5);
  uint32_t wanted = weigh(request.inputs[0].sysMem[0].virAddr, 96);
  request_close(&probe, &request);
  session_close(&probe);
  char text[256];
  snprintf(text, sizeof text,
           "bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 16\noutput c\n valid 1 10 1 1\n"
           " scores exact %u\n scores rest -1\n score 3 2.5\n",
           wanted);
  Session session = described(text);
  request = request_open(&session);
  request_fill(&session, &request, 5);
  CHECK_EQUAL(0, request_run(&session, &request));
  const float *scores = request.outputs[0].sysMem[0].virAddr;
  for (int k = 0; k < 10; k++) {
    CHECK(scores[k] == (k == 3 ? 2.5F : -1.0F));
  }
  uint8_t *bytes = request.inputs[0].sysMem[0].virAddr;
  bytes[95]++;
  CHECK_EQUAL(0, hbSysFlushMem(&request.inputs[0].sysMem[0], HB_SYS_MEM_CACHE_CLEAN));
  CHECK_EQUAL(0, request_run(&session, &request));
  check_scores(&request, weigh(bytes, 96), 0, 10);
  CHECK(weigh(bytes, 96) != wanted);
  request_close(&session, &request);
  session_close(&session);
}

/* A client that trusts the properties reads as one that ignores the stride. */
static void scores_may_be_written_elsewhere_than_reported(void) {
  Session session = described("bpu4j-stub-model 1\nmodel m\ninput a\n valid 1 3 4 16\noutput c\n"
                              " valid 1 4 1 1\n bytes 64\n written 64 16 16 4\n scores rest 7\n"
                              " score 1 9\n");
  Request request = request_open(&session);
  CHECK_EQUAL(4, request.outputs[0].properties.stride[1]);
  CHECK_EQUAL(0, request_run(&session, &request));
  const float *scores = request.outputs[0].sysMem[0].virAddr;
  CHECK(scores[0] == 7.0F && scores[4] == 9.0F && scores[8] == 7.0F && scores[1] != 7.0F);
  request_close(&session, &request);
  session_close(&session);
}

/* Only the properties tell the false layout. */
static void a_layout_may_be_reported_falsely(void) {
  Session session = described("bpu4j-stub-model 1\nmodel m\ninput a\n layout NHWC\n reported NCHW\n"
                              " valid 1 4 16 3\noutput c\n valid 1 4 1 1\n");
  hbDNNTensorProperties properties;
  CHECK_EQUAL(0, hbDNNGetInputTensorProperties(&properties, session.model, 0));
  CHECK_EQUAL(HB_DNN_LAYOUT_NCHW, properties.tensorLayout);
  CHECK_EQUAL(3, properties.validShape.dimensionSize[3]);
  session_close(&session);
}

static const char BATCH[] =
    "bpu4j-stub-model 1\nmodel batch\ninput a\n valid 3 3 4 16\ninput b\n type F32\n layout NHWC\n"
    " valid 1 1 1 3\n aligned 1 1 1 4\noutput c\n valid 1 10 1 1\n scores checksum 7\n";

static void batch_may_be_whole_or_split(void) {
  Session session = {.inputs = 2, .outputs = 1};
  const void *blob = BATCH;
  int32_t length = sizeof BATCH - 1;
  control->model[0] = '\0';
  CHECK_EQUAL(0, hbDNNInitializeFromDDR(&session.packed, &blob, &length, 1));
  CHECK_EQUAL(0, hbDNNGetModelHandle(&session.model, session.packed, "batch"));
  Request request = request_open(&session);
  request_fill(&session, &request, 9);
  CHECK_EQUAL(3 * 96, request.inputs[0].sysMem[0].memSize);
  uint32_t joined = weigh(request.inputs[0].sysMem[0].virAddr, 288) * 31 +
                    weigh(request.inputs[1].sysMem[0].virAddr, 12);
  CHECK_EQUAL(0, request_run(&session, &request));
  check_scores(&request, joined, 7, 10);
  hbDNNTensor split[4];
  for (int i = 0; i < 3; i++) {
    split[i] = request.inputs[0];
    split[i].properties.validShape.dimensionSize[0] = 1;
    split[i].properties.alignedShape.dimensionSize[0] = 1;
    split[i].sysMem[0].phyAddr += 96U * (uint32_t)i;
    split[i].sysMem[0].virAddr = (uint8_t *)split[i].sysMem[0].virAddr + 96 * i;
    split[i].sysMem[0].memSize = 96;
  }
  split[3] = request.inputs[1];
  hbDNNTaskHandle_t task = NULL;
  CHECK_EQUAL(0, hbDNNInfer(&task, &request.output_cell, split, session.model, &request.options));
  CHECK_EQUAL(0, hbDNNWaitTaskDone(task, 0));
  CHECK_EQUAL(0, hbDNNReleaseTask(task));
  CHECK_EQUAL(0, hbSysFlushMem(&request.outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE));
  check_scores(&request, joined, 7, 10);
  request_close(&session, &request);
  session_close(&session);
}

static void regions_are_cut_out(void) {
  Session session = session_open("region_48x32_nv12", NULL);
  Request request = request_open(&session);
  CHECK_EQUAL(HB_DNN_API_USE_ERROR, request_submit(&session, &request));
  hbDNNTensor image = request.inputs[0];
  image.properties.validShape.dimensionSize[2] = 64;
  image.properties.validShape.dimensionSize[3] = 100;
  image.properties.alignedShape = image.properties.validShape;
  image.properties.alignedShape.dimensionSize[3] = 112;
  CHECK_EQUAL(0, hbSysAllocMem(&image.sysMem[0], 112 * 96));
  uint8_t *bytes = image.sysMem[0].virAddr;
  for (int i = 0; i < 112 * 96; i++) {
    bytes[i] = (uint8_t)(i * 11 + i / 112);
  }
  hbDNNTensor images[2] = {image, image};
  hbDNNTensor output = request.outputs[0];
  CHECK_EQUAL(0, hbSysAllocMem(&output.sysMem[0], 80));
  hbDNNTensor *cell = &output;
  hbDNNRoi rois[2] = {{10, 20, 29, 51}, {2, 0, 5, 1}};
  hbDNNTaskHandle_t task = NULL;
  CHECK_EQUAL(0, hbDNNRoiInfer(&task, &cell, images, rois, 2, session.model, &request.options));
  CHECK_EQUAL(0, hbDNNWaitTaskDone(task, 1000));
  CHECK_EQUAL(0, hbDNNReleaseTask(task));
  uint8_t cut[4 * 2 + 4];
  memcpy(cut, bytes + 2, 4);
  memcpy(cut + 4, bytes + 112 + 2, 4);
  memcpy(cut + 8, bytes + 112 * 64 + 2, 4);
  const float *scores = output.sysMem[0].virAddr;
  CHECK(scores[10 + 3] == score_of(weigh(cut, sizeof cut), 0, 3)); /* the second region */
  CHECK(scores[3] != scores[10 + 3]);
  rois[0].right = 100; /* past the last column */
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT,
              hbDNNRoiInfer(&task, &cell, images, rois, 2, session.model, &request.options));
  task = NULL;
  CHECK_EQUAL(HB_DNN_TASK_BATCH_SIZE_EXCEED_LIMIT,
              hbDNNRoiInfer(&task, &cell, images, rois, 256, session.model, &request.options));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT,
              hbDNNRoiInfer(&task, &cell, images, NULL, 1, session.model, &request.options));
  CHECK_EQUAL(0, hbSysFreeMem(&image.sysMem[0]));
  CHECK_EQUAL(0, hbSysFreeMem(&output.sysMem[0]));
  request_close(&session, &request);
  session_close(&session);
  control_reset();
}

static void wrong_submits_are_codes(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  hbDNNTensor *none = NULL;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNInfer(NULL, &request.output_cell, request.inputs,
                                                  session.model, &request.options));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT,
              hbDNNInfer(&request.task, NULL, request.inputs, session.model, &request.options));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT,
              hbDNNInfer(&request.task, &none, request.inputs, session.model, &request.options));
  request.output_cell = request.outputs;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, hbDNNInfer(&request.task, &request.output_cell, NULL,
                                                  session.model, &request.options));
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT,
              hbDNNInfer(&request.task, &request.output_cell, request.inputs, session.model, NULL));
  CHECK_EQUAL(HB_DNN_INVALID_DNN_HANDLE, hbDNNInfer(&request.task, &request.output_cell,
                                                    request.inputs, NULL, &request.options));
  request.options.bpuCoreId = HB_BPU_CORE_1; /* the X5 has no second core */
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request));
  request.options.bpuCoreId = HB_BPU_CORE_0;
  request.options.priority = 256;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request));
  request.options.priority = 255;
  Request good = request;
  request.inputs[0].sysMem[0].memSize = 100;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request));
  request.inputs[0] = good.inputs[0];
  request.inputs[0].sysMem[0].virAddr = request.inputs; /* not memory of the device */
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request));
  request.inputs[0] = good.inputs[0];
  request.inputs[0].properties.validShape.dimensionSize[2] = 30;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request));
  request.inputs[0] = good.inputs[0];
  request.inputs[0].properties.tensorType = HB_DNN_IMG_TYPE_RGB;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request));
  request.inputs[0] = good.inputs[0];
  request.outputs[0].properties.stride[1] = 8;
  CHECK_EQUAL(HB_DNN_INVALID_ARGUMENT, request_submit(&session, &request));
  CHECK_EQUAL(1, control->misuse[MISUSE_OUTPUT_PROPERTIES_CHANGED]);
  request.outputs[0] = good.outputs[0];
  CHECK(request.task == NULL);
  CHECK_EQUAL(0, control->live.tasks);
  CHECK_EQUAL(0, request_run(&session, &request));
  request_close(&session, &request);
  session_close(&session);
  control_reset();
}

static void cache_mistakes_show(void) {
  Session session = session_open("tiny_48x32_nv12", NULL);
  Request request = request_open(&session);
  request_fill(&session, &request, 1);
  uint8_t *input = request.inputs[0].sysMem[0].virAddr;
  float *output = request.outputs[0].sysMem[0].virAddr;
  uint32_t before = weigh(input, 2304);
  input[5]++; /* never cleaned */
  CHECK_EQUAL(0, request_submit(&session, &request));
  CHECK_EQUAL(1, control->misuse[MISUSE_INPUT_NOT_CLEANED]);
  CHECK_EQUAL(0, hbDNNWaitTaskDone(request.task, 1000));
  CHECK_EQUAL(0, hbDNNReleaseTask(request.task));
  CHECK(output[0] == 0.0F); /* what the CPU had there */
  CHECK_EQUAL(0, hbSysFlushMem(&request.inputs[0].sysMem[0], HB_SYS_MEM_CACHE_CLEAN));
  CHECK_EQUAL(0, request_submit(&session, &request)); /* over results that nobody looked at */
  CHECK_EQUAL(1, control->misuse[MISUSE_OUTPUT_NOT_INVALIDATED]);
  CHECK_EQUAL(0, hbDNNWaitTaskDone(request.task, 1000));
  CHECK_EQUAL(0, hbDNNReleaseTask(request.task));
  CHECK_EQUAL(0, hbSysFlushMem(&request.outputs[0].sysMem[0], HB_SYS_MEM_CACHE_INVALIDATE));
  check_scores(&request, weigh(input, 2304), 0, 10);
  CHECK(before != weigh(input, 2304));
  output[0] = 1; /* a dirty line over the results to come */
  CHECK_EQUAL(0, request_run(&session, &request));
  CHECK_EQUAL(1, control->misuse[MISUSE_OUTPUT_NOT_CLEANED]);
  request_close(&session, &request);
  session_close(&session);
  control_reset();
}

void infer_tests(void) {
  control_reset();
  resnet18_answers_as_scripted();
  checksum_sees_every_byte();
  padding_does_not_count();
  planes_may_be_separate();
  registered_frame_is_read_where_it_is();
  quantized_outputs_hold_the_script();
  float_outputs_hold_the_script_unscaled();
  exact_scores_need_the_exact_input();
  scores_may_be_written_elsewhere_than_reported();
  a_layout_may_be_reported_falsely();
  batch_may_be_whole_or_split();
  check_nothing_left();
  regions_are_cut_out();
  wrong_submits_are_codes();
  cache_mistakes_show();
  check_nothing_left();
}
