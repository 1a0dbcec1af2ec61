// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import java.util.Arrays;

/**
 * The scores of all classes, in the order of the model's output; immutable.
 *
 * @since 0.1.0
 */
public final class Scores {
  private final float[] values;

  private Scores(float[] values) {
    this.values = values;
  }

  /** Copies the values. */
  public static Scores of(float... values) {
    return new Scores(values.clone());
  }

  /** Number of classes. */
  public int size() {
    return values.length;
  }

  /**
   * Returns the score of a class.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
   */
  public float get(int index) {
    return values[index];
  }

  /** Returns a copy of all scores. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scores that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length + " scores";
  }
}
