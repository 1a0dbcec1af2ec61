// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What {@code --only} can name: the sections in the order in which they run. */
enum SectionName {
  CALLS(55, 8),
  SATURATION(190, 12),
  GROWTH(70, 15),
  START(45, 10),
  INSTRUCTIONS(90, 40),
  PEERS(260, 16),
  JPEG(340, 12),
  JDK25(340, 12),
  DJL(60, 20),
  SOAK(70, 8);

  private final int seconds;
  private final int quickSeconds;

  SectionName(int seconds, int quickSeconds) {
    this.seconds = seconds;
    this.quickSeconds = quickSeconds;
  }

  /** What it takes on two quiet cores, with three rounds and a soak of a minute. */
  int seconds() {
    return seconds;
  }

  /** What it takes where figures do not matter. */
  int quickSeconds() {
    return quickSeconds;
  }

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
      case JPEG -> Pixels::measureJpeg;
      case JDK25 -> Pixels::measureNewer;
      case DJL -> new Djl(root);
      case SOAK -> new Soak();
    };
  }
}
