// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

/**
 * What is alive in the stand-in at one moment, and what it did so far.
 *
 * @param models packed handles that were not released
 * @param tasks tasks that were not released
 * @param running tasks that are queued or on the core, released or not
 * @param blocks allocated blocks that were not freed
 * @param bytes bytes in them
 * @param registered memory that was registered and not unregistered
 * @param peakTasks most tasks alive at once
 * @param peakBytes most bytes allocated at once
 * @param finishedTasks tasks that ran to their end
 * @param coreBusyNanos simulated time, in ns, that tasks were given on the core
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

  /** Whether nothing is left: no model, task, running task, block or registration. */
  public boolean isEmpty() {
    return models == 0
        && tasks == 0
        && running == 0
        && blocks == 0
        && bytes == 0
        && registered == 0;
  }
}
