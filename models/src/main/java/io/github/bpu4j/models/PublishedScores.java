// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import io.github.bpu4j.api.ScoreTransform;

/**
 * What a model answers.
 *
 * @param classes how many scores it gives
 * @param labels the list of labels, {@code imagenet1k}: ImageNet-1k in its usual order, from 0
 * @param probabilities whether its scores are probabilities; a softmax over these would be one too
 *     many
 * @since 0.1.0
 */
public record PublishedScores(int classes, String labels, boolean probabilities) {

  /** NONE for probabilities, or else SOFTMAX. */
  public ScoreTransform transform() {
    return probabilities ? ScoreTransform.NONE : ScoreTransform.SOFTMAX;
  }
}
