// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A usable {@code hbdk-sim}.
 *
 * @param program the file to start
 * @param version what it says about itself
 * @param installation where it comes from
 */
public record Simulator(Path program, SimulatorVersion version, Installation installation) {
  private static final String ESTIMATOR = "hbdk-perf";

  /**
   * Returns the vendor's {@code hbdk-perf} beside it; empty if there is none.
   *
   * @throws IOException if it cannot be unpacked
   */
  public Optional<Path> estimator() throws IOException {
    return installation.program(ESTIMATOR);
  }

  @Override
  public String toString() {
    return "hbdk-sim " + version + " at " + program;
  }
}
