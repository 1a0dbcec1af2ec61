// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.record;

import io.github.bpu4j.api.ScoreTransform;

/** How many softmaxes lie between a network's logits and the scores that a sample printed. */
public enum Softmaxes {
  /** The output was printed as it is. */
  NONE(ScoreTransform.NONE),
  /** The sample applied the only one. */
  ONCE(ScoreTransform.SOFTMAX),
  /** The graph ends in one and the sample applied another. */
  TWICE(ScoreTransform.SOFTMAX);

  private final ScoreTransform transform;

  Softmaxes(ScoreTransform transform) {
    this.transform = transform;
  }

  /** What the sample applied to the model's output. */
  public ScoreTransform transform() {
    return transform;
  }
}
