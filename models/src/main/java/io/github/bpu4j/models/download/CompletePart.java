// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A whole file, checked, that is not yet under its final name.
 *
 * @param part where it is
 * @param target where it belongs
 * @param bytes its size
 * @param sha256 its hash
 * @since 0.1.0
 */
public record CompletePart(Path part, Path target, long bytes, String sha256) {
  /** Puts the file under its final name, in one step. */
  public void publish() throws IOException {
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(PartOrigin.file(part));
  }
}
