// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import io.github.bpu4j.api.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Ranks as a classifier does: highest score first, equal scores by index. */
final class RankedScores {
  private static final Comparator<Category> BEST_FIRST =
      Comparator.comparingDouble(Category::score).reversed().thenComparingInt(Category::index);

  private RankedScores() {}

  /** The best classes without their names, which nothing here shows. */
  static List<Category> best(float[] scores, int classes, int count) {
    if (scores.length != classes) {
      throw new IllegalArgumentException(scores.length + " scores, expected " + classes);
    }
    PriorityQueue<Category> kept = new PriorityQueue<>(BEST_FIRST.reversed());
    for (int i = 0; i < classes; i++) {
      if (!Float.isFinite(scores[i])) {
        throw new IllegalArgumentException(
            "the score of class " + i + " is " + scores[i] + ", expected a finite number");
      }
      if (kept.size() < count || scores[i] > kept.element().score()) {
        kept.add(new Category(i, "", "", scores[i]));
        if (kept.size() > count) {
          kept.remove();
        }
      }
    }
    List<Category> best = new ArrayList<>(kept);
    best.sort(BEST_FIRST);
    return best;
  }
}
