// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The processes of ffmpeg that this test has started. */
final class FfmpegProcesses {
  private FfmpegProcesses() {}

  static List<ProcessHandle> running() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("/ffmpeg"))
        .toList();
  }

  /** Kills them as {@code kill -9} does. */
  static void kill() {
    running().forEach(ProcessHandle::destroyForcibly);
  }

  /** Waits for what must come true. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited 60 s for: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
