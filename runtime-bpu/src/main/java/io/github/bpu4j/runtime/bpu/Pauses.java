// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import java.util.concurrent.TimeUnit;

/** Waits that must not be cut short because memory is freed after them. */
final class Pauses {
  private Pauses() {}

  /** Sleeps the whole time; an interrupt shows in the thread's flag afterwards. */
  static void sleep(long millis) {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      try {
        TimeUnit.NANOSECONDS.sleep(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
