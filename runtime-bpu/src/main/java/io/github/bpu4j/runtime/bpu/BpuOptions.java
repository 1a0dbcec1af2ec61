// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.spi.DurationText;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNInferCtrlParam;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How {@link BpuRuntime} uses libdnn.so.
 *
 * <p>Immutable; every {@code with} method returns a changed copy. Core and priority are only known
 * from documents and were not tested on a board: a library with another layout would take them for
 * other fields.
 *
 * @param library the libdnn.so to use, as an absolute path; empty (the default) for the one given
 *     by property or variable, or else the board's
 * @param core the core to run on; {@link BpuCore#ANY} by default
 * @param priority how urgent pictures are among all tasks of the BPU: 0 (the default) to 253,
 *     higher first
 * @param closeTimeout how long closing a model waits for pictures in flight; 10 s by default, 0 to
 *     not wait
 * @param quarantineGrace how long the memory of a failed picture is kept after a later one has
 *     finished; 100 ms by default
 * @since 0.1.0
 */
public record BpuOptions(
    Optional<Path> library,
    BpuCore core,
    int priority,
    Duration closeTimeout,
    Duration quarantineGrace) {
  /** Higher ones are said to preempt; that has not been observed on an X5. */
  private static final int MAX_PRIORITY = 253;

  private static final BpuOptions DEFAULTS =
      new BpuOptions(
          Optional.empty(), BpuCore.ANY, 0, Duration.ofSeconds(10), Duration.ofMillis(100));

  /** Checks the ranges and makes the path absolute. */
  public BpuOptions {
    library = library.map(Path::toAbsolutePath);
    Objects.requireNonNull(core, "core");
    if (priority < 0 || priority > MAX_PRIORITY) {
      throw new IllegalArgumentException(
          "priority " + priority + ": expected 0 (lowest) to " + MAX_PRIORITY);
    }
    if (closeTimeout.isNegative() || quarantineGrace.isNegative()) {
      throw new IllegalArgumentException(
          "closeTimeout "
              + DurationText.of(closeTimeout)
              + ", quarantineGrace "
              + DurationText.of(quarantineGrace)
              + ": expected 0 s or more");
    }
  }

  /** Returns the defaults: the board's library, any core, lowest priority. */
  public static BpuOptions defaults() {
    return DEFAULTS;
  }

  /** Sets the libdnn.so to use instead of the board's, for example a stand-in. */
  public BpuOptions withLibrary(Path file) {
    return new BpuOptions(Optional.of(file), core, priority, closeTimeout, quarantineGrace);
  }

  /** Sets the core. */
  public BpuOptions withCore(BpuCore chosen) {
    return new BpuOptions(library, chosen, priority, closeTimeout, quarantineGrace);
  }

  /**
   * Sets the priority.
   *
   * @param chosen 0 (lowest) to 253
   */
  public BpuOptions withPriority(int chosen) {
    return new BpuOptions(library, core, chosen, closeTimeout, quarantineGrace);
  }

  /** Sets how long closing a model waits; 0 to not wait. */
  public BpuOptions withCloseTimeout(Duration timeout) {
    return new BpuOptions(library, core, priority, timeout, quarantineGrace);
  }

  /** Sets the grace time of the quarantine. */
  public BpuOptions withQuarantineGrace(Duration grace) {
    return new BpuOptions(library, core, priority, closeTimeout, grace);
  }

  /** Leaves the structure all zero with the defaults. */
  void applyTo(hbDNNInferCtrlParam control) {
    control.bpuCoreId(core.id());
    control.priority(priority);
  }
}
