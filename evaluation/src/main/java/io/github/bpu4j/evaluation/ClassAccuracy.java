// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

/**
 * How one class was recognized.
 *
 * @param index of the class
 * @param pictures of this class
 * @param answers pictures of any class for which this class came first
 * @param right pictures of this class for which it came first
 * @since 0.1.0
 */
public record ClassAccuracy(int index, long pictures, long answers, long right) {
  /** Share of the class's pictures that were recognized; its top-1 accuracy. */
  public Proportion recall() {
    return new Proportion(right, pictures);
  }

  /** Share of the answers with this class that were right. */
  public Proportion precision() {
    return new Proportion(right, answers);
  }
}
