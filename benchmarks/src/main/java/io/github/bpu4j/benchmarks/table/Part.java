// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.nio.file.Path;

/** The sections in the order in which they run. */
enum Part {
  CALLS,
  SATURATION,
  GROWTH,
  START,
  INSTRUCTIONS,
  PEERS,
  DJL,
  SOAK;

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
