// SPDX-License-Identifier: Apache-2.0
/* One inference: the tensors of a client, checked and bound to blocks. State lock held throughout. */
#ifndef STUB_JOB_H
#define STUB_JOB_H

#include "packed.h"
#include "view.h"

/* Valid bytes of one input within a view, as rows: what the checksum covers. */
typedef struct {
  int32_t item;  /* of the batch of a region inference */
  int32_t input;
  int32_t view;
  int64_t start;
  int64_t pitch;
  const int32_t *offsets; /* of the rows, instead of start and pitch, or null */
  int32_t rows;
  int32_t row_bytes;
} RowSpan;

typedef struct Job {
  const Model *model;
  Packed *packed; /* used by this job */
  int32_t items;
  int32_t view_count;
  int32_t span_count;
  View *views;
  RowSpan *spans;
  View outputs[MAX_TENSORS];
  bool corrupt;
  struct Job *next;
} Job;

/* What the client passed; rois is null for a plain inference. */
typedef struct {
  hbDNNTensor *outputs;
  const hbDNNTensor *inputs;
  const hbDNNRoi *rois;
  int32_t roi_count;
} Submission;

/* Takes packed over on success only. */
int32_t job_create(Job **out, const Submission *submission, const Model *model, Packed *packed);
/* What the device does: reads the inputs and writes the outputs. Returns the task's status. */
int32_t job_run(Job *job, uint64_t task);
void job_free(Job *job);

#endif
