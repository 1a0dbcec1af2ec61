// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.Optional;

/** What a program says of the preprocessing; each part is empty unless stated. */
record StatedPreprocessing(
    Optional<Fit> fit,
    Optional<Interpolation> interpolation,
    Optional<YuvRange> range,
    Optional<ChromaSiting> chroma) {
  static final StatedPreprocessing NOTHING =
      new StatedPreprocessing(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** States every part except a range of AUTO. */
  static StatedPreprocessing of(Preprocessing settings) {
    return new StatedPreprocessing(
        Optional.of(settings.fit()),
        Optional.of(settings.interpolation()),
        unlessAuto(settings.range()),
        Optional.of(settings.chroma()));
  }

  private static Optional<YuvRange> unlessAuto(YuvRange range) {
    return range == YuvRange.AUTO ? Optional.empty() : Optional.of(range);
  }

  StatedPreprocessing withFit(Fit stated) {
    return new StatedPreprocessing(Optional.of(stated), interpolation, range, chroma);
  }

  StatedPreprocessing withInterpolation(Interpolation stated) {
    return new StatedPreprocessing(fit, Optional.of(stated), range, chroma);
  }

  StatedPreprocessing withRange(YuvRange stated) {
    return new StatedPreprocessing(fit, interpolation, unlessAuto(stated), chroma);
  }

  StatedPreprocessing withChroma(ChromaSiting stated) {
    return new StatedPreprocessing(fit, interpolation, range, Optional.of(stated));
  }
}
