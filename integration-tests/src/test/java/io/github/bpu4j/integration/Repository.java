// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the source tree is. */
final class Repository {
  private Repository() {}

  /** The folder that holds README.md, seen from wherever the tests run. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("README.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
