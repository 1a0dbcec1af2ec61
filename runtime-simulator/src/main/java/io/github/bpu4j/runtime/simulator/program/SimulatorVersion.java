// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.program;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@code hbdk-sim --version} prints.
 *
 * @param version the compiler's version, such as {@code 3.49.15}
 * @param runtime the runtime's version, such as {@code 3.15.55.0}
 * @param marches the architectures that it simulates
 */
public record SimulatorVersion(String version, String runtime, List<String> marches) {
  /** The version whose arguments, output and results this project has checked. */
  static final String CHECKED = "3.49.15";

  private static final String BAYES_E = "bayes-e";

  /** Copies the list. */
  public SimulatorVersion {
    marches = List.copyOf(marches);
  }

  /** Reads the lines that start with a key and a colon; empty if there is no version. */
  static Optional<SimulatorVersion> parse(String text) {
    return value(text, "version")
        .map(
            version ->
                new SimulatorVersion(
                    version,
                    value(text, "runtime version").orElse("unknown"),
                    Arrays.asList(value(text, "supported_march").orElse("").split(",\\s*", -1))));
  }

  private static Optional<String> value(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  boolean simulatesTheX5() {
    return marches.contains(BAYES_E);
  }

  boolean isChecked() {
    return version.equals(CHECKED);
  }

  @Override
  public String toString() {
    return version + " (runtime " + runtime + ")";
  }
}
