// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.testsupport.ResidentMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** The resources that this process uses. */
final class ResourceUse {
  private static final double MIB = 1 << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ResourceUse() {}

  /** Returns MiB of live objects on the Java heap, after a collection. */
  @SuppressWarnings("SystemGc") // live bytes are what is asked for
  static double heapMib() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }

  /** Returns MiB of resident memory of the process. */
  static double residentMib() throws IOException {
    return ResidentMemory.bytes() / MIB;
  }

  /** Returns MiB of device memory that the stand-in has allocated. */
  static double deviceMib() {
    return NativeStubs.control().live().bytes() / MIB;
  }

  /** Returns the bytes that this thread has allocated on the heap since it started. */
  static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /** Returns nanoseconds of CPU time of all threads since the start. */
  static long processorNanos() {
    return SYSTEM.getProcessCpuTime();
  }
}
