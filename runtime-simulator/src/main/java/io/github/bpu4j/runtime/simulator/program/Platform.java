// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.program;

import java.util.Optional;

/** What the vendor's programs need of a machine. */
final class Platform {
  private Platform() {}

  /** Why this machine cannot run them by itself; empty on x86-64 Linux. */
  static Optional<String> objection() {
    return objection(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Optional<String> objection(String system, String processor) {
    boolean fits =
        system.equals("Linux") && (processor.equals("amd64") || processor.equals("x86_64"));
    return fits
        ? Optional.empty()
        : Optional.of(
            "the vendor's simulator runs on x86-64 Linux only; this is "
                + system
                + " on "
                + processor);
  }
}
