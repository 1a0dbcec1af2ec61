// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Locates the source tree. */
public final class Repository {
  private static final String OURS = "io.github.bpu4j:bpu4j-";

  private Repository() {}

  /** The folder with README.md, regardless of the folder that the tests run in. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("README.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** The artifacts of the BOM, in its order, without {@code bpu4j-}. */
  public static List<String> publishedModules() throws IOException {
    return PomFile.read(root().resolve("bom/pom.xml")).managed().stream()
        .filter(name -> name.startsWith(OURS))
        .map(name -> name.substring(OURS.length()))
        .toList();
  }

  /** The folder of an artifact, at the top or in {@code integrations}. */
  public static Path module(String name) {
    Path folder = root().resolve(name);
    return Files.exists(folder) ? folder : root().resolve("integrations").resolve(name);
  }
}
