// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.AccuracyCounter;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Counts {@link PictureRows} into one {@link Accuracy}, in parts on every machine.
 *
 * <p>The counts are whole numbers, so that neither the parts nor their order change a figure.
 */
public final class AccuracyAggregator extends Aggregator<Row, AccuracyCounter, Accuracy> {
  private static final long serialVersionUID = 1;

  private final int classes;
  private final int depth;

  /**
   * Counts answers of a model.
   *
   * @param classes of the model
   * @param depth the largest k of top-k
   */
  public AccuracyAggregator(int classes, int depth) {
    this.classes = classes;
    this.depth = depth;
  }

  @Override
  public AccuracyCounter zero() {
    return Accuracy.counter(classes, depth);
  }

  @Override
  public AccuracyCounter reduce(AccuracyCounter counted, Row row) {
    counted.add(PictureRows.picture(row));
    return counted;
  }

  @Override
  public AccuracyCounter merge(AccuracyCounter counted, AccuracyCounter other) {
    counted.add(other.accuracy());
    return counted;
  }

  @Override
  public Accuracy finish(AccuracyCounter counted) {
    return counted.accuracy();
  }

  @Override
  public Encoder<AccuracyCounter> bufferEncoder() {
    return Encoders.javaSerialization(AccuracyCounter.class);
  }

  @Override
  public Encoder<Accuracy> outputEncoder() {
    return Encoders.javaSerialization(Accuracy.class);
  }
}
