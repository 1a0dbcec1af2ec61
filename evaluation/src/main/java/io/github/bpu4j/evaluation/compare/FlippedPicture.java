// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import java.util.Comparator;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A picture for which two classifiers put different classes first.
 *
 * @param path as given to the counter
 * @param truth index of the class that it shows, if known
 * @param first index of the first classifier's class
 * @param firstScore its score
 * @param second index of the second classifier's class
 * @param secondScore its score
 * @since 0.1.0
 */
public record FlippedPicture(
    String path, OptionalInt truth, int first, float firstScore, int second, float secondScore)
    implements Comparable<FlippedPicture> {
  private static final Comparator<FlippedPicture> ORDER =
      Comparator.comparing(FlippedPicture::path)
          .thenComparingInt(FlippedPicture::first)
          .thenComparingInt(FlippedPicture::second)
          .thenComparing(FlippedPicture::firstScore)
          .thenComparing(FlippedPicture::secondScore)
          .thenComparingInt(flip -> flip.truth().orElse(-1));

  public FlippedPicture {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(truth, "truth");
  }

  /** By path, then by the rest. */
  @Override
  public int compareTo(FlippedPicture other) {
    return ORDER.compare(this, other);
  }
}
