// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import java.nio.file.Path;

/**
 * What a comparison of hashes has shown.
 *
 * @param file the fetched file
 * @param expected the SHA-256 that it should have
 * @param source where that is from, such as {@code recorded at first fetch}
 * @param found the SHA-256 that it has
 * @since 0.1.0
 */
public record Verification(Path file, String expected, String source, String found) {
  /** Whether the file is unchanged. */
  public boolean intact() {
    return expected.equals(found);
  }
}
