// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.cli.io.ResultsClosedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the outcomes of {@code classify}, one by one. */
sealed interface ClassifyReport permits ClassifyTable, ClassifyJson {
  /**
   * Writes a result.
   *
   * @param picture path as given on the command line
   * @param annotated path of the annotated copy; null if none was requested
   */
  void result(Path picture, ClassificationResult result, @Nullable Path annotated)
      throws ResultsClosedException;

  /** Reports that a picture could not be classified. */
  void failure(Path picture, Exception failure) throws ResultsClosedException;
}
