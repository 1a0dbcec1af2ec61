// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import io.github.bpu4j.api.Category;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts answers one by one, or the counts of others, into an {@link Accuracy}.
 *
 * <p>Memory grows with the pairs of classes that are mistaken for each other, at most classes
 * squared, not with the pictures. Not thread-safe; serialized as its {@link Accuracy}.
 *
 * @since 0.1.0
 */
public final class AccuracyCounter implements Serializable {
  private static final long serialVersionUID = 1;

  /** How far a score may exceed 1 by the rounding of a model's own softmax. */
  private static final float ROUNDING = 1e-3f;

  final int classes;
  final int depth;
  final long[] ranks;
  final TreeMap<Long, Long> pairs = new TreeMap<>();
  final CalibrationBin[] bins = new CalibrationBin[CalibrationBin.COUNT];
  final TreeSet<UnreadablePicture> firstUnreadable = new TreeSet<>();
  long notProbabilities;
  long unreadable;

  AccuracyCounter(int classes, int depth) {
    if (classes < 1 || depth < 1) {
      throw new IllegalArgumentException(
          classes + " classes, depth " + depth + "; expected at least 1 of each");
    }
    this.classes = classes;
    this.depth = Math.min(depth, classes);
    this.ranks = new long[this.depth];
    for (int i = 0; i < bins.length; i++) {
      bins[i] = CalibrationBin.empty(i);
    }
  }

  /**
   * Counts one picture.
   *
   * @throws IllegalArgumentException if it has fewer ranked classes than are counted, or an index
   *     is not a class
   */
  public void add(EvaluatedPicture picture) {
    if (picture.error().isPresent()) {
      addUnreadable(new UnreadablePicture(picture.path(), picture.error().get()));
    } else {
      add(picture.truth(), picture.categories());
    }
  }

  /**
   * Counts the answer for one picture.
   *
   * @param truth index of its class
   * @param categories the best classes, highest score first
   * @throws IllegalArgumentException if these are fewer than are counted, or an index is not a
   *     class
   */
  public void add(int truth, List<Category> categories) {
    if (categories.size() < depth) {
      throw new IllegalArgumentException(
          "got %d ranked classes, expected at least %d: open the classifier with maxResults(%d), without"
                  .formatted(categories.size(), depth, depth)
              + " categoryAllowlist, and with a scoreThreshold below every score");
    }
    Category best = categories.get(0);
    Objects.checkIndex(truth, classes);
    Objects.checkIndex(best.index(), classes);
    for (int rank = 0; rank < depth; rank++) {
      if (categories.get(rank).index() == truth) {
        ranks[rank]++;
      }
    }
    pairs.merge((long) truth * classes + best.index(), 1L, Long::sum);
    addConfidence(best.score(), best.index() == truth);
  }

  private void addConfidence(float score, boolean right) {
    if (!(score >= 0 && score <= 1 + ROUNDING)) {
      notProbabilities++;
      return;
    }
    long units = CalibrationBin.units(Math.min(score, 1));
    int number = CalibrationBin.of(units);
    bins[number] = bins[number].plus(new CalibrationBin(number, 1, right ? 1 : 0, units));
  }

  private void addUnreadable(UnreadablePicture picture) {
    unreadable++;
    list(picture);
  }

  /** Keeps the first by path, so that the order of counting does not matter. */
  private void list(UnreadablePicture picture) {
    firstUnreadable.add(picture);
    if (firstUnreadable.size() > Accuracy.MOST_LISTED) {
      firstUnreadable.pollLast();
    }
  }

  /**
   * Adds all that another has counted; the pictures of both must be different ones.
   *
   * @throws IllegalArgumentException if it counts other classes or to another depth
   */
  public void add(Accuracy other) {
    AccuracyCounter that = other.counted();
    if (classes != that.classes || depth != that.depth) {
      throw new IllegalArgumentException(
          "cannot merge %d classes and top-%d with %d classes and top-%d"
              .formatted(classes, depth, that.classes, that.depth));
    }
    for (int rank = 0; rank < depth; rank++) {
      ranks[rank] += that.ranks[rank];
    }
    that.pairs.forEach((pair, pictures) -> pairs.merge(pair, pictures, Long::sum));
    for (int i = 0; i < bins.length; i++) {
      bins[i] = bins[i].plus(that.bins[i]);
    }
    notProbabilities += that.notProbabilities;
    unreadable += that.unreadable;
    that.firstUnreadable.forEach(this::list);
  }

  /** What has been counted so far; later pictures do not change it. */
  public Accuracy accuracy() {
    AccuracyCounter copy = new AccuracyCounter(classes, depth);
    copy.add(new Accuracy(this));
    return new Accuracy(copy);
  }

  private Object writeReplace() {
    return new SerialForm(new Accuracy(this).toJson());
  }

  private record SerialForm(String json) implements Serializable {
    private Object readResolve() {
      Accuracy counted = Accuracy.parse(json);
      AccuracyCounter counter = Accuracy.counter(counted.classes(), counted.depth());
      counter.add(counted);
      return counter;
    }
  }
}
