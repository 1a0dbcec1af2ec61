// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

/** Time that passes only when a test says so; inferences sleep on it. */
final class VirtualClock {
  private long now;

  synchronized long now() {
    return now;
  }

  synchronized void advanceTo(long micros) {
    now = Math.max(now, micros);
    notifyAll();
  }

  /** Blocks until the time has come. */
  synchronized void sleepUntil(long micros) {
    boolean interrupted = false;
    while (now < micros) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
