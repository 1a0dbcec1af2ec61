// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that an owner of native memory was dropped without being closed.
 *
 * <p>It only reports; memory is never freed while a call may still use it.
 */
final class LeakReport {
  private static final Logger LOG = LoggerFactory.getLogger(LeakReport.class);
  private static final Cleaner CLEANER = Cleaner.create();

  private LeakReport() {}

  /**
   * Watches a guard: logs an error if it becomes garbage while {@code closed} is still false.
   *
   * @param guard neither {@code name} nor {@code closed} may refer to it
   * @param name of the guarded object, for the message
   * @param closed set to true when the guard is closed
   */
  static void watch(CloseGuard guard, String name, AtomicBoolean closed) {
    CLEANER.register(
        guard,
        () -> {
          if (!closed.get()) {
            LOG.error(
                "{} was dropped without close(); its memory is not freed: use try-with-resources,"
                    + " or close it when the application ends",
                name);
          }
        });
  }
}
