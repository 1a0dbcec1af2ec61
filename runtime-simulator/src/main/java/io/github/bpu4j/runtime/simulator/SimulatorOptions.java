// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.api.spi.DurationText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How {@link SimulatorRuntime} uses the vendor's simulator.
 *
 * <p>Immutable; every {@code with} method returns a changed copy.
 *
 * @param program the {@code hbdk-sim} to use, the wheel that holds it, or the site-packages folder
 *     into which it was installed; empty (the default) for the one given by property or variable,
 *     or else the one in the active Python environment or on {@code PATH}
 * @param closeTimeout how long closing a model waits for pictures in flight before it ends their
 *     processes; 10 s by default, 0 to not wait
 * @since 0.1.0
 */
public record SimulatorOptions(Optional<Path> program, Duration closeTimeout) {
  private static final SimulatorOptions DEFAULTS =
      new SimulatorOptions(Optional.empty(), Duration.ofSeconds(10));

  /** Checks the range and makes the path absolute. */
  public SimulatorOptions {
    program = program.map(Path::toAbsolutePath);
    if (closeTimeout.isNegative()) {
      throw new IllegalArgumentException(
          "closeTimeout " + DurationText.of(closeTimeout) + ": expected 0 s or more");
    }
  }

  /** Returns the defaults: the program that is found, 10 s. */
  public static SimulatorOptions defaults() {
    return DEFAULTS;
  }

  /** Sets the program, wheel or folder to use. */
  public SimulatorOptions withProgram(Path place) {
    return new SimulatorOptions(Optional.of(place), closeTimeout);
  }

  /** Sets how long closing a model waits; 0 to not wait. */
  public SimulatorOptions withCloseTimeout(Duration timeout) {
    return new SimulatorOptions(program, timeout);
  }
}
