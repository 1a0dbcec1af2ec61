// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Scores;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.List;

/**
 * What a model answered, whole.
 *
 * @param raw the output as it was read, by class
 * @param scores after the transform, by class
 * @param ranking the classes, best first
 * @param range what the picture was converted to
 * @param model what answered
 */
record Answer(Scores raw, Scores scores, List<Category> ranking, YuvRange range, ModelInfo model) {

  static Answer of(ClassificationResult result, ModelInfo model) {
    float[] scores = new float[result.categories().size()];
    result.categories().forEach(category -> scores[category.index()] = category.score());
    return new Answer(
        result.rawScores().orElseThrow(),
        Scores.of(scores),
        result.categories(),
        result.range(),
        model);
  }

  int classes() {
    return scores.size();
  }
}
