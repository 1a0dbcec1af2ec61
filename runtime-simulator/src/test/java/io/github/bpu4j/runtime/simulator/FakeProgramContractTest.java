// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import java.io.IOException;
import java.nio.file.Path;

/** The contract is kept with a script in the simulator's place, on any Linux. */
class FakeProgramContractTest extends SimulatorContract {
  @Override
  Path program() throws IOException {
    return FakeProgram.answering(folder.resolve("fake"), FakeProgram.TEN_SCORES);
  }
}
