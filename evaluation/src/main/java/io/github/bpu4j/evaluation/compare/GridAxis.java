// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a grid varies.
 *
 * @since 0.1.0
 */
public enum GridAxis {
  /** Every {@link Fit}. */
  FIT {
    @Override
    Stream<Preprocessing> vary(Preprocessing base) {
      return Stream.of(Fit.values()).map(base::withFit);
    }
  },
  /** Every {@link Interpolation}. */
  INTERPOLATION {
    @Override
    Stream<Preprocessing> vary(Preprocessing base) {
      return Stream.of(Interpolation.values()).map(base::withInterpolation);
    }
  },
  /** {@link YuvRange#FULL} and {@link YuvRange#VIDEO}. */
  RANGE {
    @Override
    Stream<Preprocessing> vary(Preprocessing base) {
      return Stream.of(YuvRange.FULL, YuvRange.VIDEO).map(base::withRange);
    }
  };

  abstract Stream<Preprocessing> vary(Preprocessing base);

  /**
   * All combinations of the values of some axes.
   *
   * @param base what the other axes stay at
   */
  public static List<Preprocessing> combinations(Preprocessing base, Collection<GridAxis> axes) {
    Stream<Preprocessing> combinations = Stream.of(base);
    for (GridAxis axis : axes) {
      combinations = combinations.flatMap(axis::vary);
    }
    return combinations.distinct().toList();
  }
}
