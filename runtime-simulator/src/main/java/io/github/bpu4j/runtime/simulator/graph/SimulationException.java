// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import java.util.Objects;

/** A node on the BPU that gave no result. */
public final class SimulationException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why there is none. */
  public enum Cause {
    /** The simulator failed, or its result is not what the model says. */
    FAILED,
    /** The time was up. */
    LATE,
    /** The model was closed meanwhile. */
    CLOSED
  }

  private final Cause reason;

  public SimulationException(Cause reason, String message) {
    super(message);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Cause reason() {
    return reason;
  }
}
