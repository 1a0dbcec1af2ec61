// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How often the answers for labeled pictures were right; an immutable value that merges.
 *
 * <p>It holds whole numbers only, so that any grouping of the same pictures, merged in any order,
 * gives an equal value, and equal figures to the last bit. Serialized as {@link #toJson()}.
 *
 * @since 0.1.0
 */
public final class Accuracy implements Serializable {
  /** How many unreadable pictures are listed; all are counted. */
  public static final int MOST_LISTED = 1000;

  private static final long serialVersionUID = 1;

  /** No longer changed. */
  private final AccuracyCounter counted;

  private final ClassAccuracy[] byClass;
  private final long pictures;
  private final long right;

  Accuracy(AccuracyCounter counted) {
    this.counted = counted;
    long[] shown = new long[counted.classes];
    long[] answered = new long[counted.classes];
    long[] matched = new long[counted.classes];
    counted.pairs.forEach(
        (pair, number) -> {
          int truth = (int) (pair / counted.classes);
          int answer = (int) (pair % counted.classes);
          shown[truth] += number;
          answered[answer] += number;
          matched[truth] += truth == answer ? number : 0;
        });
    byClass = new ClassAccuracy[counted.classes];
    Arrays.setAll(byClass, i -> new ClassAccuracy(i, shown[i], answered[i], matched[i]));
    pictures = Arrays.stream(shown).sum();
    right = Arrays.stream(matched).sum();
  }

  /**
   * Starts to count.
   *
   * @param classes of the model
   * @param depth the largest k of {@link #topK}; at most the number of classes
   */
  public static AccuracyCounter counter(int classes, int depth) {
    return new AccuracyCounter(classes, depth);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static Accuracy parse(String json) {
    return AccuracyJson.parse(json);
  }

  /** The counts as one line of JSON, which stays readable for later versions. */
  public String toJson() {
    return AccuracyJson.write(counted);
  }

  /**
   * The sum of both, whose pictures must be different ones.
   *
   * @throws IllegalArgumentException if the other counts other classes or to another depth
   */
  public Accuracy merge(Accuracy other) {
    AccuracyCounter sum = new AccuracyCounter(counted.classes, counted.depth);
    sum.add(this);
    sum.add(other);
    return new Accuracy(sum);
  }

  /** Number of classes of the model. */
  public int classes() {
    return counted.classes;
  }

  /** The largest k of {@link #topK}. */
  public int depth() {
    return counted.depth;
  }

  /** Number of pictures with an answer; all shares are of these. */
  public long pictures() {
    return pictures;
  }

  /** Number of pictures without an answer. */
  public long unreadable() {
    return counted.unreadable;
  }

  /** Pictures without an answer: the first {@link #MOST_LISTED} by path. */
  public List<UnreadablePicture> firstUnreadable() {
    return List.copyOf(counted.firstUnreadable);
  }

  /** Share of the pictures whose class came first. */
  public Proportion top1() {
    return new Proportion(right, pictures);
  }

  /**
   * Share of the pictures whose class was among the first k.
   *
   * @param k from 1 to {@link #depth}
   */
  public Proportion topK(int k) {
    if (k < 1 || k > depth()) {
      throw new IllegalArgumentException("top-" + k + ", expected 1 to " + depth());
    }
    return new Proportion(Arrays.stream(counted.ranks, 0, k).sum(), pictures);
  }

  /** Recall and precision of every class, by index. */
  public List<ClassAccuracy> byClass() {
    return List.of(byClass);
  }

  /**
   * The mistakes that were made most often; equal ones by index.
   *
   * @param most how many to return
   */
  public List<Confusion> mostConfused(int most) {
    return counted.pairs.entrySet().stream()
        .map(
            pair ->
                new Confusion(
                    (int) (pair.getKey() / classes()),
                    (int) (pair.getKey() % classes()),
                    pair.getValue()))
        .filter(pair -> pair.truth() != pair.answer())
        .sorted(
            Comparator.comparingLong(Confusion::pictures)
                .reversed()
                .thenComparingInt(Confusion::truth)
                .thenComparingInt(Confusion::answer))
        .limit(most)
        .toList();
  }

  /**
   * Mean score of the first class, in 0..1; empty without pictures, or if a score was not a
   * probability.
   */
  public OptionalDouble meanConfidence() {
    if (!hasProbabilities()) {
      return OptionalDouble.empty();
    }
    long units = Arrays.stream(counted.bins).mapToLong(CalibrationBin::confidenceUnits).sum();
    return OptionalDouble.of(CalibrationBin.confidence(units) / pictures);
  }

  /**
   * Expected calibration error, in 0..1: how far confidence and accuracy are apart, as the mean
   * over the bins of {@link #calibration} weighted by their pictures; empty as {@link
   * #meanConfidence}.
   *
   * <p>Source: C. Guo et al., "On Calibration of Modern Neural Networks", ICML 2017.
   */
  public OptionalDouble calibrationError() {
    if (!hasProbabilities()) {
      return OptionalDouble.empty();
    }
    double apart =
        Arrays.stream(counted.bins)
            .mapToLong(
                bin -> Math.abs(bin.confidenceUnits() - CalibrationBin.wholeUnits(bin.right())))
            .mapToDouble(CalibrationBin::confidence)
            .sum();
    return OptionalDouble.of(apart / pictures);
  }

  /** The bins that {@link #calibrationError} compares, lowest confidence first. */
  public List<CalibrationBin> calibration() {
    return List.of(counted.bins);
  }

  /** Number of answers whose score is not in 0..1; such a model has no confidence. */
  public long notProbabilities() {
    return counted.notProbabilities;
  }

  AccuracyCounter counted() {
    return counted;
  }

  private boolean hasProbabilities() {
    return pictures > 0 && counted.notProbabilities == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Accuracy that
        && classes() == that.classes()
        && Arrays.equals(counted.ranks, that.counted.ranks)
        && counted.pairs.equals(that.counted.pairs)
        && Arrays.equals(counted.bins, that.counted.bins)
        && counted.notProbabilities == that.counted.notProbabilities
        && counted.unreadable == that.counted.unreadable
        && counted.firstUnreadable.equals(that.counted.firstUnreadable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classes(), counted.pairs, counted.unreadable);
  }

  /** For example {@code top-1 72.40 % (69.54..75.08 %, 724 of 1000), 2 unreadable}. */
  @Override
  public String toString() {
    return "top-1 " + top1() + ", " + unreadable() + " unreadable";
  }

  private Object writeReplace() {
    return new SerialForm(toJson());
  }

  private record SerialForm(String json) implements Serializable {
    private Object readResolve() {
      return parse(json);
    }
  }
}
