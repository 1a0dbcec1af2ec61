// SPDX-License-Identifier: Apache-2.0
#include "job.h"

#include <stdlib.h>
#include <string.h>

#include "bind.h"
#include "scores.h"
#include "watch.h"

enum { CORRUPT = 0xFF };

static bool bind_outputs(Job *job, const Submission *submission) {
  for (int i = 0; i < job->model->output_count; i++) {
    if (!bind_output(job, i, &submission->outputs[i])) {
      return false;
    }
  }
  return true;
}

/* Whether a tensor holds one image of a model that takes several at once. */
static bool is_split(const Model *model, int input, const hbDNNTensor *tensor) {
  return model->inputs[input].properties.validShape.dimensionSize[0] > 1 &&
         tensor->properties.validShape.dimensionSize[0] == 1;
}

static int32_t bind_plain(Job *job, const hbDNNTensor *tensor) {
  const Model *model = job->model;
  for (int i = 0; i < model->input_count; i++) {
    int32_t images = model->inputs[i].properties.validShape.dimensionSize[0];
    int32_t tensors = is_split(model, i, tensor) ? images : 1;
    for (int b = 0; b < tensors; b++) {
      if (!bind_input(job, 0, i, tensor++, NULL)) {
        return HB_DNN_INVALID_ARGUMENT;
      }
    }
  }
  return HB_DNN_SUCCESS;
}

static int32_t bind_regions(Job *job, const Submission *submission) {
  const Model *model = job->model;
  const hbDNNTensor *tensor = submission->inputs;
  const hbDNNRoi *roi = submission->rois;
  for (int item = 0; item < job->items; item++) {
    for (int i = 0; i < model->input_count; i++) {
      bool resized = model->inputs[i].source == HB_DNN_INPUT_FROM_RESIZER;
      if (!bind_input(job, item, i, tensor++, resized ? roi : NULL)) {
        return HB_DNN_INVALID_ARGUMENT;
      }
      roi += resized;
    }
  }
  return HB_DNN_SUCCESS;
}

static int32_t resizers(const Model *model) {
  int32_t count = 0;
  for (int i = 0; i < model->input_count; i++) {
    count += model->inputs[i].source == HB_DNN_INPUT_FROM_RESIZER;
  }
  return count;
}

/* The number of independent items, or a negative code. */
static int32_t items_of(const Submission *submission, const Model *model) {
  int32_t wanted = resizers(model);
  if (submission->rois == NULL) {
    return wanted == 0 ? 1 : HB_DNN_API_USE_ERROR;
  }
  if (wanted == 0) {
    return HB_DNN_API_USE_ERROR;
  }
  if (submission->roi_count > HB_DNN_MAX_BATCH) {
    return HB_DNN_TASK_BATCH_SIZE_EXCEED_LIMIT;
  }
  return submission->roi_count >= 1 && submission->roi_count % wanted == 0
             ? submission->roi_count / wanted
             : HB_DNN_INVALID_ARGUMENT;
}

static int32_t images_of(const Model *model) {
  int32_t images = 0;
  for (int i = 0; i < model->input_count; i++) {
    images += model->inputs[i].properties.validShape.dimensionSize[0];
  }
  return images;
}

static void check_inputs_clean(const Job *job) {
  for (int i = 0; i < job->view_count; i++) {
    if (view_is_dirty(&job->views[i])) {
      misuse(MISUSE_INPUT_NOT_CLEANED, "the CPU wrote block 0x%llx and did not clean it",
             (unsigned long long)job->views[i].block->physical);
      return;
    }
  }
}

int32_t job_create(Job **out, const Submission *submission, const Model *model, Packed *packed) {
  int32_t items = items_of(submission, model);
  if (items < 0) {
    return items;
  }
  /* At most two planes for each image. */
  size_t most = 2 * (size_t)images_of(model) * (size_t)items;
  Job *job = calloc(1, sizeof *job);
  if (job == NULL || (job->views = calloc(most, sizeof *job->views)) == NULL ||
      (job->spans = calloc(most, sizeof *job->spans)) == NULL) {
    job_free(job);
    return HB_DNN_OUT_OF_MEMORY;
  }
  job->model = model;
  job->items = items;
  int32_t code = submission->rois == NULL ? bind_plain(job, submission->inputs)
                                          : bind_regions(job, submission);
  if (code == HB_DNN_SUCCESS && !bind_outputs(job, submission)) {
    code = HB_DNN_INVALID_ARGUMENT;
  }
  if (code != HB_DNN_SUCCESS) {
    job_free(job);
    return code;
  }
  check_inputs_clean(job);
  job->packed = packed;
  *out = job;
  return HB_DNN_SUCCESS;
}

static bool add_span(const Job *job, const RowSpan *span, uint32_t *sum, uint32_t *position) {
  const uint8_t *bytes = view_device(&job->views[span->view]);
  for (int row = 0; bytes != NULL && row < span->rows; row++) {
    int64_t at = span->offsets != NULL ? span->start + span->offsets[row]
                                       : span->start + row * span->pitch;
    checksum_add(sum, position, bytes + at, (size_t)span->row_bytes);
  }
  return bytes != NULL;
}

/* The joined checksum of the rows from *next on that belong to the item; moves *next past them. */
static bool checksum_of(const Job *job, int32_t item, int32_t *next, uint32_t *joined) {
  bool read = true;
  *joined = 0;
  while (read && *next < job->span_count && job->spans[*next].item == item) {
    int32_t input = job->spans[*next].input;
    uint32_t sum = 0;
    uint32_t position = 0;
    for (; read && *next < job->span_count && job->spans[*next].item == item &&
           job->spans[*next].input == input;
         (*next)++) {
      read = add_span(job, &job->spans[*next], &sum, &position);
    }
    *joined = checksum_join(*joined, sum);
  }
  return read;
}

static bool is_scripted(const Model *model) {
  bool scripted = true;
  for (int i = 0; i < model->output_count; i++) {
    scripted = scripted && model->outputs[i].scripted >= 0 && !model->outputs[i].exact;
  }
  return scripted;
}

static bool write_outputs(Job *job, int32_t item, uint32_t checksum, uint64_t task) {
  for (int i = 0; i < job->model->output_count; i++) {
    const Tensor *output = &job->model->outputs[i];
    size_t size = (size_t)output->properties.alignedByteSize;
    uint8_t *bytes = view_device(&job->outputs[i]);
    if (bytes == NULL) {
      return false;
    }
    scores_write(output, checksum, bytes + (size_t)item * size);
    if (job->corrupt) {
      memset(bytes + (size_t)item * size, CORRUPT, size);
    }
    view_written(&job->outputs[i], task);
  }
  return true;
}

int32_t job_run(Job *job, uint64_t task) {
  int32_t next = 0;
  for (int32_t item = 0; item < job->items; item++) {
    uint32_t checksum = 0;
    if ((!is_scripted(job->model) && !checksum_of(job, item, &next, &checksum)) ||
        !write_outputs(job, item, checksum, task)) {
      return HB_DNN_RUN_TASK_FAILED;
    }
  }
  return HB_DNN_SUCCESS;
}

void job_free(Job *job) {
  if (job == NULL) {
    return;
  }
  for (int i = 0; i < job->view_count; i++) {
    view_close(&job->views[i], false);
  }
  for (int i = 0; i < MAX_TENSORS; i++) {
    view_close(&job->outputs[i], true);
  }
  if (job->packed != NULL) {
    packed_unref(job->packed);
  }
  free(job->views);
  free(job->spans);
  free(job);
}
