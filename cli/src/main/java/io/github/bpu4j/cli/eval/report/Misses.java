// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import io.github.bpu4j.evaluation.EvaluatedPicture;
import io.github.bpu4j.evaluation.EvaluationObserver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the most confident wrong answers of an evaluation: a bounded number, without pixels. */
public final class Misses implements EvaluationObserver {
  /** How many a report shows. */
  public static final int MOST = 48;

  private static final Comparator<EvaluatedPicture> LEAST_CONFIDENT_FIRST =
      Comparator.comparingDouble((EvaluatedPicture each) -> each.categories().get(0).score())
          .thenComparing(EvaluatedPicture::path, Comparator.reverseOrder());

  private final PriorityQueue<EvaluatedPicture> kept = new PriorityQueue<>(LEAST_CONFIDENT_FIRST);
  private final int most;

  /** Keeps at most this many. */
  public Misses(int most) {
    this.most = most;
  }

  @Override
  public void evaluated(EvaluatedPicture picture) {
    if (picture.error().isEmpty() && !picture.right()) {
      kept.add(picture);
      if (kept.size() > most) {
        kept.remove();
      }
    }
  }

  /** The kept ones, highest score first. */
  public List<EvaluatedPicture> mostConfident() {
    List<EvaluatedPicture> sorted = new ArrayList<>(kept);
    sorted.sort(LEAST_CONFIDENT_FIRST.reversed());
    return sorted;
  }
}
