// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert;

import java.nio.file.Path;

/** The name of the files that a conversion makes. */
final class OutputName {
  private OutputName() {}

  /**
   * The network's name without its ending, with a hyphen for what the compiler does not take in
   * paths.
   */
  static String of(Path network) {
    String file = network.getFileName().toString();
    int dot = file.lastIndexOf('.');
    String name = (dot > 0 ? file.substring(0, dot) : file).replaceAll("[^A-Za-z0-9_.-]+", "-");
    return name.startsWith(".") || name.startsWith("-") ? "model" + name : name;
  }
}
