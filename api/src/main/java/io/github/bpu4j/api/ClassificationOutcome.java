// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The outcome for one picture among many: a result or a failure.
 *
 * @since 0.1.0
 */
public sealed interface ClassificationOutcome {
  /** The picture. */
  Path picture();

  /**
   * A picture that was classified.
   *
   * @param picture the file
   * @param result its classes
   * @since 0.1.0
   */
  record Success(Path picture, ClassificationResult result) implements ClassificationOutcome {
    public Success {
      Objects.requireNonNull(picture, "picture");
      Objects.requireNonNull(result, "result");
    }
  }

  /**
   * A picture that could not be classified.
   *
   * @param picture the file
   * @param error an {@link java.io.IOException} if it cannot be read, otherwise a {@link
   *     io.github.bpu4j.api.error.ClassifierException}
   * @since 0.1.0
   */
  record Failure(Path picture, Exception error) implements ClassificationOutcome {
    public Failure {
      Objects.requireNonNull(picture, "picture");
      Objects.requireNonNull(error, "error");
    }
  }
}
