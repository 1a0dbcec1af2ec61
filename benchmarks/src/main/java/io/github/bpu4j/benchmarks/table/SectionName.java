// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What {@code --only} can name: the sections in the order in which they run. */
enum SectionName {
  CALLS,
  SATURATION,
  GROWTH,
  START,
  INSTRUCTIONS,
  PEERS,
  DJL,
  SOAK;

  /** The names of the tables that the section writes. */
  List<String> tables() {
    return switch (this) {
      case GROWTH ->
          List.of("growth-classes", "growth-in-flight", "growth-models", "growth-pictures");
      case SATURATION -> List.of("saturation", "cores");
      default -> List.of(name().toLowerCase(Locale.ROOT));
    };
  }

  Section section(Path root) {
    return switch (this) {
      case CALLS -> new Calls();
      case SATURATION -> new Saturation();
      case GROWTH -> new Growth();
      case START -> new Start(root);
      case INSTRUCTIONS -> new Instructions();
      case PEERS -> new Peers();
      case DJL -> new Djl(root);
      case SOAK -> new Soak();
    };
  }
}
