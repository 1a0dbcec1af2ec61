// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

/**
 * Violations of the interface's rules that the stand-in detects.
 *
 * @since 0.1.0
 */
public enum StubMisuse {
  /** {@code hbSysFreeMem} of a block that was freed before. */
  DOUBLE_FREE,
  /** {@code hbDNNReleaseTask} of a task that was released before. */
  DOUBLE_TASK_RELEASE,
  /** {@code hbDNNRelease} of a packed handle that was released before. */
  DOUBLE_MODEL_RELEASE,
  /** {@code hbDNNRelease} while a task was not released. */
  MODEL_RELEASED_WITH_TASKS,
  /** Memory freed or unregistered while a task could still access it. */
  FREED_WHILE_IN_USE,
  /** A submit with input that the CPU wrote but did not clean. */
  INPUT_NOT_CLEANED,
  /**
   * Results of a task that was waited for, overwritten or freed without invalidating any output.
   */
  OUTPUT_NOT_INVALIDATED,
  /** An invalidation of a block that a task was still writing. */
  INVALIDATED_WHILE_RUNNING,
  /** A submit with an output that the CPU wrote and did not clean. */
  OUTPUT_NOT_CLEANED,
  /** A handle or block that does not come from the library. */
  FOREIGN_HANDLE,
  /** A handle used after its release. */
  STALE_HANDLE,
  /** A submit whose task variable was not null although it did not continue a chain. */
  TASK_NOT_NULL,
  /** Bytes written past the end of a block; found when it is freed. */
  OVERRUN,
  /**
   * A submit with a block that another running task writes, or that this one writes and it reads.
   */
  BLOCK_SHARED,
  /** A submit with output properties that are not the model's. */
  OUTPUT_PROPERTIES_CHANGED,
  /** A wait for a task that another thread waited for, or that a wait had reported done. */
  WAITED_TWICE,
  /** A release of a task that another thread waited for. */
  RELEASED_WHILE_WAITING
}
