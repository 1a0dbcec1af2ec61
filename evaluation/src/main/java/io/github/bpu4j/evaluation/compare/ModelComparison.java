// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.Proportion;
import java.util.List;
import java.util.Objects;

/**
 * How two classifiers, such as a network and its quantized form, answered for the same pictures; an
 * immutable value that merges.
 *
 * <p>Like {@link Accuracy} it holds whole numbers and extremes only: any grouping of the same
 * pictures, merged in any order, gives an equal value. Pictures that one of the two could not
 * answer are counted in both accuracies as unreadable and nowhere else.
 *
 * @param first of the labeled pictures, by the first classifier
 * @param second of the same pictures, by the second classifier
 * @param agreement pictures for which both put the same class first, labeled or not
 * @param mcNemar over the labeled pictures that exactly one has right
 * @param difference mean over the classes of the scores' absolute difference, of the pictures whose
 *     scores are given and in 0..1 for both
 * @param cosine of the two vectors of scores, of the pictures whose scores are given
 * @param logitCosine cosine of the logits after subtracting their mean from each of the two
 *     vectors, which tells more than {@code cosine}: that one sees little but the first class.
 *     Scores in 0..1 are turned to logits by their logarithm, no score taken below 1e-7; others are
 *     logits already
 * @param firstFlipped pictures for which they put different classes first: at most {@link
 *     #MOST_LISTED}, the first by path
 * @since 0.1.0
 */
public record ModelComparison(
    Accuracy first,
    Accuracy second,
    Proportion agreement,
    McNemar mcNemar,
    ScoreMeasure difference,
    ScoreMeasure cosine,
    ScoreMeasure logitCosine,
    List<FlippedPicture> firstFlipped) {
  /** How many flipped pictures are listed; all are counted. */
  public static final int MOST_LISTED = 1000;

  public ModelComparison {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(agreement, "agreement");
    Objects.requireNonNull(mcNemar, "mcNemar");
    Objects.requireNonNull(difference, "difference");
    Objects.requireNonNull(cosine, "cosine");
    Objects.requireNonNull(logitCosine, "logitCosine");
    firstFlipped = List.copyOf(firstFlipped);
  }

  /**
   * Starts to compare.
   *
   * @param classes of both models
   * @param depth the largest k of {@link Accuracy#topK}; at most the number of classes
   */
  public static ComparisonCounter counter(int classes, int depth) {
    return new ComparisonCounter(classes, depth);
  }

  /** Number of pictures that both answered, labeled or not. */
  public long pictures() {
    return agreement.of();
  }

  /** Number of pictures for which they put different classes first. */
  public long flipped() {
    return agreement.of() - agreement.count();
  }

  /**
   * The sum of both, whose pictures must be different ones.
   *
   * @throws IllegalArgumentException if the other counts other classes or to another depth
   */
  public ModelComparison merge(ModelComparison other) {
    ComparisonCounter sum = counter(first.classes(), first.depth());
    sum.add(this);
    sum.add(other);
    return sum.comparison();
  }
}
