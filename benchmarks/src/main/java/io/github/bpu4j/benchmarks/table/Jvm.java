// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A JVM to measure.
 *
 * @param name as tables have it
 * @param home its folder
 * @param arguments for it
 */
record Jvm(String name, Path home, List<String> arguments) {
  /** The property with the folder of the JDK 25 to measure. */
  static final String NEWER = "bpu4j.jdk25";

  /** The one that runs this. */
  static Jvm own() {
    String name = Integer.toString(Runtime.version().feature());
    return new Jvm(name, Path.of(System.getProperty("java.home")), List.of());
  }

  /** The JDK 25 that {@code run.sh} found; empty if it found none. */
  static Optional<Jvm> newer() {
    return Optional.of(System.getProperty(NEWER, ""))
        .filter(home -> !home.isEmpty())
        .map(home -> new Jvm("25", Path.of(home), List.of("--enable-native-access=ALL-UNNAMED")));
  }

  /** The same with vectors of 16 bytes, as arm64 has them. */
  Jvm withNarrowVectors() {
    return new Jvm(name + ", 16-byte vectors", home, List.of("-XX:MaxVectorSize=16"));
  }

  /** The path of its launcher. */
  String java() {
    return home.resolve("bin/java").toString();
  }
}
