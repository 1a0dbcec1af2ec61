// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Scores;
import io.github.bpu4j.api.Timings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One labeled picture and what the classifier made of it.
 *
 * @param path relative to the folder of the data, with {@code /} between names
 * @param truth index of the class that the picture shows
 * @param categories the best classes, highest score first; empty if there is an error
 * @param scores of all classes before the score transform, if requested
 * @param timings where the time went, if known
 * @param error why there is no answer, in words
 * @since 0.1.0
 */
public record EvaluatedPicture(
    String path,
    int truth,
    List<Category> categories,
    Optional<Scores> scores,
    Optional<Timings> timings,
    Optional<String> error) {
  public EvaluatedPicture {
    Objects.requireNonNull(path, "path");
    categories = List.copyOf(categories);
    Objects.requireNonNull(scores, "scores");
    Objects.requireNonNull(timings, "timings");
    Objects.requireNonNull(error, "error");
    if (categories.isEmpty() == error.isEmpty()) {
      throw new IllegalArgumentException(
          path + ": expected categories or an error, got " + (error.isEmpty() ? "none" : "both"));
    }
  }

  /** A picture that was classified. */
  public static EvaluatedPicture answered(String path, int truth, List<Category> categories) {
    return new EvaluatedPicture(
        path, truth, categories, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A picture without an answer. */
  public static EvaluatedPicture unreadable(String path, int truth, String error) {
    return new EvaluatedPicture(
        path, truth, List.of(), Optional.empty(), Optional.empty(), Optional.of(error));
  }

  /** Whether the class with the highest score is the true one. */
  public boolean right() {
    return !categories.isEmpty() && categories.get(0).index() == truth;
  }
}
