// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.runtime.simulator.program.Simulator;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;

/** The contract is kept with the vendor's simulator. */
class VendorProgramContractTest extends SimulatorContract {
  private static Simulator simulator;

  @BeforeAll
  static void findProgram() {
    simulator = VendorProgram.required();
  }

  @Override
  Path program() {
    return simulator.program();
  }
}
