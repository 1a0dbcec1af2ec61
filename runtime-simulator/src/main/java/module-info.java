// SPDX-License-Identifier: Apache-2.0

/** Runs compiled models without a board, with the user's copy of the vendor's simulator. */
module io.github.bpu4j.runtime.simulator {
  requires transitive io.github.bpu4j.api;
  requires io.github.bpu4j.modelfile;
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.github.bpu4j.runtime.simulator;

  provides io.github.bpu4j.api.spi.InferenceRuntime with
      io.github.bpu4j.runtime.simulator.SimulatorRuntime;
}
