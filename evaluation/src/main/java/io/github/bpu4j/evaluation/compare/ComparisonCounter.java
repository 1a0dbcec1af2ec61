// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.AccuracyCounter;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import io.github.bpu4j.evaluation.Proportion;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Compares the answers of two classifiers picture by picture into a {@link ModelComparison}.
 *
 * <p>Memory does not grow with the pictures. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ComparisonCounter {
  private final int classes;
  private final int depth;
  private final AccuracyCounter first;
  private final AccuracyCounter second;
  private final TreeSet<FlippedPicture> firstFlipped = new TreeSet<>();
  private long pictures;
  private long agreed;
  private long onlyFirst;
  private long onlySecond;
  private ScoreMeasure difference = ScoreMeasure.NONE;
  private ScoreMeasure cosine = ScoreMeasure.NONE;
  private ScoreMeasure logitCosine = ScoreMeasure.NONE;

  ComparisonCounter(int classes, int depth) {
    this.first = Accuracy.counter(classes, depth);
    this.second = Accuracy.counter(classes, depth);
    this.classes = classes;
    this.depth = Math.min(depth, classes);
  }

  /**
   * Compares one picture by the scores of all classes.
   *
   * @param path names the picture in the lists
   * @param truth index of the class that it shows, if known
   * @param first scores of the first classifier; probabilities, or else logits
   * @param second scores of the second classifier
   * @throws IllegalArgumentException unless there is a finite score for every class
   */
  public void add(String path, OptionalInt truth, float[] first, float[] second) {
    List<Category> firstRanked = RankedScores.best(first, classes, depth);
    List<Category> secondRanked = RankedScores.best(second, classes, depth);
    add(path, truth, firstRanked, secondRanked);
    ScorePair scores = new ScorePair(first, second);
    scores.meanDifference().ifPresent(figure -> difference = difference.plus(figure));
    cosine = cosine.plus(scores.cosine());
    logitCosine = logitCosine.plus(scores.centeredLogitCosine());
  }

  /**
   * Compares one picture whose scores are not known, which leaves the figures of scores as they
   * are.
   *
   * @param path names the picture in the lists
   * @param truth index of the class that it shows, if known
   * @param first best classes of the first classifier, highest score first
   * @param second best classes of the second classifier
   * @throws IllegalArgumentException if these are fewer than are counted
   * @throws IndexOutOfBoundsException if an index is not a class
   */
  public void add(String path, OptionalInt truth, List<Category> first, List<Category> second) {
    Category one = best(first);
    Category two = best(second);
    if (truth.isPresent()) {
      this.first.add(truth.getAsInt(), first);
      this.second.add(truth.getAsInt(), second);
      boolean oneRight = one.index() == truth.getAsInt();
      boolean twoRight = two.index() == truth.getAsInt();
      onlyFirst += oneRight && !twoRight ? 1 : 0;
      onlySecond += twoRight && !oneRight ? 1 : 0;
    }
    pictures++;
    if (one.index() == two.index()) {
      agreed++;
    } else {
      list(new FlippedPicture(path, truth, one.index(), one.score(), two.index(), two.score()));
    }
  }

  /** The first class, checked so that a picture is counted for both or not at all. */
  private Category best(List<Category> categories) {
    if (categories.size() < depth) {
      throw new IllegalArgumentException(
          "got " + categories.size() + " ranked classes, expected at least " + depth);
    }
    Objects.checkIndex(categories.get(0).index(), classes);
    return categories.get(0);
  }

  /**
   * Counts a picture that one of the two, or both, could not answer.
   *
   * @param error what happened
   */
  public void addUnreadable(String path, String error) {
    EvaluatedPicture picture = EvaluatedPicture.unreadable(path, 0, error);
    first.add(picture);
    second.add(picture);
  }

  /** Keeps the first by path, so that the order of counting does not matter. */
  private void list(FlippedPicture picture) {
    firstFlipped.add(picture);
    if (firstFlipped.size() > ModelComparison.MOST_LISTED) {
      firstFlipped.pollLast();
    }
  }

  /**
   * Adds all that another has compared; the pictures of both must be different ones.
   *
   * @throws IllegalArgumentException if it counts other classes or to another depth
   */
  public void add(ModelComparison other) {
    first.add(other.first());
    second.add(other.second());
    pictures += other.pictures();
    agreed += other.agreement().count();
    onlyFirst += other.mcNemar().onlyFirst();
    onlySecond += other.mcNemar().onlySecond();
    difference = difference.plus(other.difference());
    cosine = cosine.plus(other.cosine());
    logitCosine = logitCosine.plus(other.logitCosine());
    other.firstFlipped().forEach(this::list);
  }

  /** What has been compared so far; later pictures do not change it. */
  public ModelComparison comparison() {
    return new ModelComparison(
        first.accuracy(),
        second.accuracy(),
        new Proportion(agreed, pictures),
        new McNemar(onlyFirst, onlySecond),
        difference,
        cosine,
        logitCosine,
        List.copyOf(firstFlipped));
  }
}
