// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.preprocess.Preprocessing;
import java.util.Objects;

/**
 * How often a classifier is right when pictures are converted in one way.
 *
 * @param preprocessing the way
 * @param accuracy over all pictures of the grid
 * @since 0.1.0
 */
public record GridRow(Preprocessing preprocessing, Accuracy accuracy) {
  public GridRow {
    Objects.requireNonNull(preprocessing, "preprocessing");
    Objects.requireNonNull(accuracy, "accuracy");
  }
}
