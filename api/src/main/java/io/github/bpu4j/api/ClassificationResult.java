// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.preprocess.YuvRange;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * What one picture was classified as, and how.
 *
 * @param categories the best classes, highest score first, equal scores by index; may be empty
 *     under a threshold or an allowlist
 * @param rawScores every class before the score transform, when asked for
 * @param transform what turned the network's output into scores; never AUTO
 * @param range the color range that the network was fed; never AUTO
 * @param model the network's name
 * @param runtime the runtime's name
 * @param simulated whether a stand-in answered in place of the hardware
 * @param timings where the time went
 */
public record ClassificationResult(
    List<Category> categories,
    Optional<Scores> rawScores,
    ScoreTransform transform,
    YuvRange range,
    String model,
    String runtime,
    boolean simulated,
    Timings timings) {
  public ClassificationResult {
    categories = List.copyOf(categories);
    Objects.requireNonNull(rawScores, "rawScores");
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(runtime, "runtime");
    Objects.requireNonNull(timings, "timings");
  }

  /**
   * The class with the highest score.
   *
   * @throws NoSuchElementException when no class passed the threshold or the allowlist; {@link
   *     #categories()} is then empty
   */
  public Category best() {
    if (categories.isEmpty()) {
      throw new NoSuchElementException(
          "no class passed scoreThreshold and categoryAllowlist; look at categories() instead");
    }
    return categories.get(0);
  }
}
