// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import java.nio.file.Files;
import java.nio.file.Path;

/** Locates the source tree. */
public final class Repository {
  private Repository() {}

  /** The folder with README.md, regardless of the folder that the tests run in. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("README.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
