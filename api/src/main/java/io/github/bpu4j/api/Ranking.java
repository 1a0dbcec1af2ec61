// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.InferenceException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Picks the best classes in one pass over the scores with a bounded heap, without a full sort.
 *
 * <p>Thread-safe: every call has its own heap.
 */
final class Ranking {
  private final Labels labels;
  private final @Nullable Locale locale;
  private final int maxResults;
  private final float threshold;
  private final @Nullable BitSet allowed;

  Ranking(
      Labels labels,
      @Nullable Locale locale,
      int maxResults,
      float threshold,
      @Nullable BitSet allowed) {
    this.labels = labels;
    this.locale = locale;
    this.maxResults = Math.min(maxResults, labels.size());
    this.threshold = threshold;
    this.allowed = allowed;
  }

  /** Throws if a score is not finite, because no ranking could be trusted then. */
  static void requireFinite(float[] scores, String model) {
    for (int i = 0; i < scores.length; i++) {
      if (!Float.isFinite(scores[i])) {
        throw new InferenceException(
            model
                + " gave "
                + scores[i]
                + " as the score of class "
                + i
                + ", expected a finite number; "
                + "the model file or its quantization is damaged");
      }
    }
  }

  /** A heap for {@link #best(float[], int[])} that its owner may use again. */
  int[] heap() {
    return new int[maxResults];
  }

  List<Category> best(float[] scores) {
    return best(scores, heap());
  }

  /** Ranks without allocating more than the list. */
  List<Category> best(float[] scores, int[] heap) {
    int size = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] < threshold || (allowed != null && !allowed.get(i))) {
        continue;
      }
      if (size < maxResults) {
        heap[size] = i;
        siftUp(heap, size++, scores);
      } else if (size > 0 && below(heap[0], i, scores)) {
        heap[0] = i;
        siftDown(heap, size, scores);
      }
    }
    return drain(heap, size, scores);
  }

  private List<Category> drain(int[] heap, int size, float[] scores) {
    int count = size;
    while (size > 1) {
      int worst = heap[0];
      heap[0] = heap[--size];
      siftDown(heap, size, scores);
      heap[size] = worst;
    }
    List<Category> categories = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int index = heap[i];
      categories.add(
          new Category(
              index, labels.name(index), labels.displayName(index, locale), scores[index]));
    }
    return categories;
  }

  /** Whether class a ranks below class b: a lower score, or the same score and a higher index. */
  private static boolean below(int a, int b, float[] scores) {
    return scores[a] < scores[b] || (scores[a] == scores[b] && a > b);
  }

  private static void siftUp(int[] heap, int at, float[] scores) {
    int value = heap[at];
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (!below(value, heap[parent], scores)) {
        break;
      }
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = value;
  }

  private static void siftDown(int[] heap, int size, float[] scores) {
    int value = heap[0];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && below(heap[child + 1], heap[child], scores)) {
        child++;
      }
      if (!below(heap[child], value, scores)) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
  }
}
