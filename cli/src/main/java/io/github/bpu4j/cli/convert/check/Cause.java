// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

/** Why a compiled file answers differently from its network. */
enum Cause {
  NORMALIZATION_MISSING(
      "normalization missing", "norm_type in the YAML, with mean_value and scale_value"),
  NORMALIZED_TWICE(
      "normalized twice", "leave mean and scale out: the graph or the data have them already"),
  CHANNEL_ORDER("channel order", "input_type_train in the YAML, and the order of the training"),
  SCALE("scale", "scale_value in the YAML: 1 / deviation, on pixels from 0 to 255"),
  MEAN("mean", "mean_value in the YAML, on pixels from 0 to 255"),
  OTHER_NUMBERS("mean and scale of another training", "mean_value and scale_value in the YAML"),
  RANGE("color range", "the range of the pixels: leave --range out, so that the file decides"),
  CALIBRATION(
      "calibration data",
      "values 0 to 255 before mean and scale, of real pictures: 'bpu4j convert' makes them"),
  SAME_ANSWER(
      "calibration with flat or random data",
      "the answer is the same for all pictures; calibrate with real pictures");

  private final String title;
  private final String remedy;

  Cause(String title, String remedy) {
    this.title = title;
    this.remedy = remedy;
  }

  /** A few words. */
  String title() {
    return title;
  }

  /** Where to look. */
  String remedy() {
    return remedy;
  }
}
