// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library that users of a module get at run time.
 *
 * @param file its jar in the local repository; of a module of ours, wherever the build has it
 */
record RuntimeDependency(String group, String artifact, String version, Path file) {
  private static final Pattern LINE =
      Pattern.compile(
          " +(?<group>[^:]+):(?<artifact>[^:]+):jar:(?<version>[^:]+):(?:compile|runtime)"
              + ":(?<file>.+?)(?: -- module .*)?");

  /** The ones that Maven listed for a module; users of it do not get the optional ones. */
  static List<RuntimeDependency> listed(Path list) throws IOException {
    List<RuntimeDependency> dependencies = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches() && !line.contains(" (optional)")) {
        dependencies.add(
            new RuntimeDependency(
                matcher.group("group"),
                matcher.group("artifact"),
                matcher.group("version"),
                Path.of(matcher.group("file"))));
      } else if (line.contains(".jar") && !line.contains(" (optional)")) {
        throw new IOException("not understood in " + list + ": " + line);
      }
    }
    return dependencies;
  }

  boolean isOurs() {
    return group.equals("io.github.bpu4j");
  }

  String name() {
    return group + ":" + artifact;
  }

  /** As the list for users has it: with version and license, or by name for a module of ours. */
  String describe() throws IOException {
    return isOurs() ? artifact : name() + ":" + version + " | " + String.join(" or ", licenses());
  }

  /** As its POM or the nearest parent says; Maven needed these files, so they are here. */
  private List<String> licenses() throws IOException {
    Optional<String> coordinates = Optional.of(name() + ":" + version);
    while (coordinates.isPresent()) {
      PomFile pom = PomFile.read(pomFile(coordinates.get()));
      if (!pom.licenses().isEmpty()) {
        return pom.licenses();
      }
      coordinates = pom.parent();
    }
    return List.of("no license stated");
  }

  private Path pomFile(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    return repository()
        .resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(parts[2])
        .resolve(parts[1] + "-" + parts[2] + ".pom");
  }

  /** Above group, artifact, version and file. */
  private Path repository() {
    Path folder = file;
    for (int i = group.split("\\.", -1).length + 3; i > 0; i--) {
      folder = folder.getParent();
    }
    return folder;
  }
}
