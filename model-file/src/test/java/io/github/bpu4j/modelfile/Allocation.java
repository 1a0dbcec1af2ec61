// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the current thread has allocated; not a clock, so the same on a slow machine. */
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  static long soFar() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
