// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

/**
 * The objects in the stand-in at one moment, and its totals so far.
 *
 * @param models packed handles that have not been released
 * @param tasks tasks that have not been released
 * @param running tasks that are queued or on the core, released or not
 * @param blocks allocated blocks that have not been freed
 * @param bytes total size of these blocks
 * @param registered memory that has been registered and not unregistered
 * @param peakTasks maximum number of tasks at the same time
 * @param peakBytes maximum number of bytes allocated at the same time
 * @param finishedTasks tasks that ran to their end
 * @param coreBusyNanos simulated time on the core, in ns
 * @since 0.1.0
 */
public record StubLive(
    long models,
    long tasks,
    long running,
    long blocks,
    long bytes,
    long registered,
    long peakTasks,
    long peakBytes,
    long finishedTasks,
    long coreBusyNanos) {

  /** Whether there is no model, task, running task, block or registration. */
  public boolean isEmpty() {
    return models == 0
        && tasks == 0
        && running == 0
        && blocks == 0
        && bytes == 0
        && registered == 0;
  }
}
