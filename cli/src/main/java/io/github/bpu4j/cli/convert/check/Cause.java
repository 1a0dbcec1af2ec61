// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.cli.language.Text;

/** Why a compiled file answers differently from its network. */
@SuppressWarnings("ImmutableEnumChecker") // a Text copies its arguments, which are names here
enum Cause {
  NORMALIZATION_MISSING(
      Text.of("check.cause.normalization-missing", "normalization missing"),
      Text.of(
          "check.remedy.normalization-missing",
          "norm_type in the YAML, with mean_value and scale_value")),
  NORMALIZED_TWICE(
      Text.of("check.cause.normalized-twice", "normalized twice"),
      Text.of(
          "check.remedy.normalized-twice",
          "leave mean and scale out: the graph or the data have them already")),
  CHANNEL_ORDER(
      Text.of("check.cause.channel-order", "channel order"),
      Text.of(
          "check.remedy.channel-order",
          "input_type_train in the YAML, and the order of the training")),
  SCALE(
      Text.of("check.cause.scale", "scale"),
      Text.of(
          "check.remedy.scale", "scale_value in the YAML: 1 / deviation, on pixels from 0 to 255")),
  MEAN(
      Text.of("check.cause.mean", "mean"),
      Text.of("check.remedy.mean", "mean_value in the YAML, on pixels from 0 to 255")),
  OTHER_NUMBERS(
      Text.of("check.cause.other-numbers", "mean and scale of another training"),
      Text.of("check.remedy.other-numbers", "mean_value and scale_value in the YAML")),
  RANGE(
      Text.of("check.cause.range", "color range"),
      Text.of(
          "check.remedy.range",
          "the range of the pixels: leave --range out, so that the file decides")),
  CALIBRATION(
      Text.of("check.cause.calibration", "calibration data"),
      Text.of(
          "check.remedy.calibration",
          "values 0 to 255 before mean and scale, of real pictures: 'bpu4j convert' makes them")),
  SAME_ANSWER(
      Text.of("check.cause.same-answer", "calibration with flat or random data"),
      Text.of(
          "check.remedy.same-answer",
          "the answer is the same for all pictures; calibrate with real pictures"));

  private final Text title;
  private final Text remedy;

  Cause(Text title, Text remedy) {
    this.title = title;
    this.remedy = remedy;
  }

  /** A few words. */
  Text title() {
    return title;
  }

  /** Where to look. */
  Text remedy() {
    return remedy;
  }
}
