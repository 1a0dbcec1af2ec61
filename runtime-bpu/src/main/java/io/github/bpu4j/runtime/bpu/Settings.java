// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.runtime.bpu.dnn.hbDNNInferCtrlParam;
import java.time.Duration;

/**
 * What a runtime's builder was told.
 *
 * @param core which core; ANY leaves the control structure zero
 * @param priority 0 to 253, larger first; 0 leaves the control structure zero
 * @param closeTimeout how long closing a model waits for work in flight
 * @param grace how long memory of a failed request is kept after a later task has finished
 */
record Settings(BpuCore core, int priority, Duration closeTimeout, Duration grace) {
  /** Larger ones are said to preempt, which nobody has shown on an X5. */
  static final int MAX_PRIORITY = 253;

  static final Settings DEFAULTS =
      new Settings(BpuCore.ANY, 0, Duration.ofSeconds(10), Duration.ofMillis(100));

  Settings {
    if (priority < 0 || priority > MAX_PRIORITY) {
      throw new IllegalArgumentException(
          "priority " + priority + ": expected 0 (lowest) to " + MAX_PRIORITY);
    }
    if (closeTimeout.isNegative() || grace.isNegative()) {
      throw new IllegalArgumentException(
          "closeTimeout " + closeTimeout + ", grace " + grace + ": expected 0 or more");
    }
  }

  Settings withCore(BpuCore chosen) {
    return new Settings(chosen, priority, closeTimeout, grace);
  }

  Settings withPriority(int chosen) {
    return new Settings(core, chosen, closeTimeout, grace);
  }

  Settings withCloseTimeout(Duration chosen) {
    return new Settings(core, priority, chosen, grace);
  }

  Settings withGrace(Duration chosen) {
    return new Settings(core, priority, closeTimeout, chosen);
  }

  void applyTo(hbDNNInferCtrlParam control) {
    control.bpuCoreId(core.id());
    control.priority(priority);
  }
}
