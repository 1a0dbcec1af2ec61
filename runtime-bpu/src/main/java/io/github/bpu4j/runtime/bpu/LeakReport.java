// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which native owners were lost without being closed; it frees nothing itself. */
final class LeakReport {
  private static final Logger LOG = LoggerFactory.getLogger(LeakReport.class);
  private static final Cleaner CLEANER = Cleaner.create();

  private LeakReport() {}

  /** Logs an error when the owner is garbage and {@code closed} is still false. */
  static void watch(Object owner, String name, AtomicBoolean closed) {
    CLEANER.register(
        owner,
        () -> {
          if (!closed.get()) {
            LOG.error("{} was lost without close(); its native memory is leaked", name);
          }
        });
  }
}
