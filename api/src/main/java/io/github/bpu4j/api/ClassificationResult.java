// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.preprocess.YuvRange;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * The classes of one picture, and how they were determined.
 *
 * @param categories the best classes, highest score first, equal scores by index; may be empty if
 *     there is a threshold, an allowlist or a denylist
 * @param rawScores the scores of all classes before the score transform, if requested
 * @param transform how scores were computed from the model's output; never AUTO
 * @param range the value range of the NV12 input; never AUTO
 * @param model the model's name
 * @param runtime the runtime's name
 * @param simulated whether the answer came from a stand-in instead of the hardware
 * @param timings where the time went
 * @since 0.1.0
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
   * Returns the class with the highest score.
   *
   * @throws NoSuchElementException if no class reaches the threshold and passes the lists; {@link
   *     #categories()} is empty then
   */
  public Category best() {
    if (categories.isEmpty()) {
      throw new NoSuchElementException(
          "no class reaches scoreThreshold and passes categoryAllowlist or categoryDenylist; check"
              + " categories() first");
    }
    return categories.get(0);
  }
}
