// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.evaluation.compare.ComparisonCounter;
import io.github.bpu4j.evaluation.compare.ModelComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a model answered to pictures.
 *
 * @param scores of each picture, as the model gives them
 * @param probabilities whether these are probabilities already
 */
record Answers(List<float[]> scores, boolean probabilities) {
  private static final int DEPTH = 1;

  /** Cosine of the centered logits, over all pictures. */
  double cosine(Answers other) {
    return compare(scores, other.scores, List.of()).logitCosine().mean();
  }

  /** Agreement and differences of the probabilities. */
  ModelComparison comparison(Answers other, List<Path> pictures) {
    return compare(normalized(), other.normalized(), pictures);
  }

  /** How alike the answers to different pictures are: mean cosine of each with the next. */
  double spread() {
    if (scores.size() < 2) {
      return 0;
    }
    List<float[]> next = new ArrayList<>(scores.subList(1, scores.size()));
    next.add(scores.get(0));
    return compare(scores, next, List.of()).logitCosine().mean();
  }

  /** Mean of the highest probability. */
  double confidence() {
    return normalized().stream()
        .mapToDouble(
            each -> {
              float most = 0;
              for (float score : each) {
                most = Math.max(most, score);
              }
              return most;
            })
        .average()
        .orElse(0);
  }

  /** Part of the scores that are exactly 0, as those in 16-bit steps are. */
  double zeros() {
    long zeros = 0;
    long all = 0;
    for (float[] each : scores) {
      all += each.length;
      for (float score : each) {
        zeros += score == 0 ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) zeros / all;
  }

  private ModelComparison compare(List<float[]> first, List<float[]> second, List<Path> pictures) {
    ComparisonCounter counter = ModelComparison.counter(scores.get(0).length, DEPTH);
    for (int i = 0; i < first.size(); i++) {
      String name = pictures.isEmpty() ? Integer.toString(i) : pictures.get(i).toString();
      counter.add(name, OptionalInt.empty(), first.get(i), second.get(i));
    }
    return counter.comparison();
  }

  private List<float[]> normalized() {
    return probabilities ? scores : scores.stream().map(Answers::softmax).toList();
  }

  private static float[] softmax(float[] logits) {
    double most = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    double[] shares = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      shares[i] = Math.exp(logits[i] - most);
    }
    double sum = Arrays.stream(shares).sum();
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (shares[i] / sum);
    }
    return probabilities;
  }
}
