// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.cli.io.ResultsClosedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How the outcomes of {@code classify} are written, one by one. */
sealed interface ClassifyReport permits ClassifyTable, ClassifyJson {
  /**
   * Writes an answer.
   *
   * @param photo as it was named
   * @param annotated where the picture with its label went; null when none was asked for
   */
  void answer(Path photo, ClassificationResult result, @Nullable Path annotated)
      throws ResultsClosedException;

  /** Writes that a photo could not be classified. */
  void failure(Path photo, Exception failure) throws ResultsClosedException;
}
