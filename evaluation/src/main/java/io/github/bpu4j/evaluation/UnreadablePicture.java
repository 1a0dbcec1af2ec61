// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import java.util.Comparator;
import java.util.Objects;

/**
 * A picture without an answer: it cannot be read or decoded, or its inference failed.
 *
 * @param path relative to the folder of the data, with {@code /} between names
 * @param error what happened
 * @since 0.1.0
 */
public record UnreadablePicture(String path, String error)
    implements Comparable<UnreadablePicture> {
  private static final Comparator<UnreadablePicture> ORDER =
      Comparator.comparing(UnreadablePicture::path).thenComparing(UnreadablePicture::error);

  public UnreadablePicture {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(error, "error");
  }

  /** By path, then by error. */
  @Override
  public int compareTo(UnreadablePicture other) {
    return ORDER.compare(this, other);
  }
}
