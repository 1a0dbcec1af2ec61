// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.runtime.simulator.program.Simulator;

/** The vendor's simulator, where it is installed on this machine. */
final class VendorProgram {
  private VendorProgram() {}

  /** Returns it, or skips the test and says what to install. */
  static Simulator required() {
    SimulatorRuntime runtime = new SimulatorRuntime();
    Availability availability = runtime.availability();
    assumeTrue(
        availability.available(),
        () -> "NOT RUN: this needs the vendor's simulator; see .ci/simulator. " + availability);
    return runtime.finder().simulator().orElseThrow();
  }
}
