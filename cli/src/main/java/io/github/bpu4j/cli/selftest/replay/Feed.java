// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.Optional;

/**
 * How a picture is fed to a model and its output is read.
 *
 * @param output the output that holds the scores; empty for what the model and its metadata say
 */
public record Feed(
    Fit fit,
    Interpolation interpolation,
    YuvRange range,
    ScoreTransform transform,
    Optional<String> output) {

  /** As the record's program did. All of them fed VIDEO, whatever the model was trained on. */
  public static Feed of(AnswerRecord row) {
    return new Feed(
        row.fit(),
        row.interpolation(),
        YuvRange.VIDEO,
        row.softmaxes().transform(),
        Optional.empty());
  }

  public Feed withRange(YuvRange changed) {
    return new Feed(fit, interpolation, changed, transform, output);
  }

  Feed withTransform(ScoreTransform changed) {
    return new Feed(fit, interpolation, range, changed, output);
  }

  Feed withOutput(String name) {
    return new Feed(fit, interpolation, range, transform, Optional.of(name));
  }

  Preprocessing preprocessing() {
    return Preprocessing.vendorSample()
        .withFit(fit)
        .withInterpolation(interpolation)
        .withRange(range);
  }
}
