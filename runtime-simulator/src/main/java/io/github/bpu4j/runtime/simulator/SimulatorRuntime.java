// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.runtime.simulator.program.ProgramSearch;
import io.github.bpu4j.runtime.simulator.program.Simulator;
import io.github.bpu4j.runtime.simulator.program.SimulatorFinder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs compiled models ({@code .bin}, {@code .hbm}) on x86-64 Linux with the vendor's simulator,
 * {@code hbdk-sim}; its name is {@code simulator}.
 *
 * <p>The integers that a model's BPU programs give are those of the vendor's own software; times
 * say nothing about a board. Each picture takes a process of its own for each program.
 *
 * <p>The simulator is not part of this library: the user installs the vendor's package. The one
 * used is that in the {@link SimulatorOptions}, or else the system property {@code
 * bpu4j.simulator}, or else the environment variable {@code BPU4J_SIMULATOR}, or else that of the
 * active Python environment or on {@code PATH}.
 *
 * @since 0.1.0
 */
public final class SimulatorRuntime implements InferenceRuntime {
  /** The name that selects this runtime. */
  public static final String NAME = "simulator";

  private static final Logger LOG = LoggerFactory.getLogger(SimulatorRuntime.class);

  private final SimulatorOptions options;
  private volatile @Nullable SimulatorFinder lastFinder;

  /** Creates a runtime with {@link SimulatorOptions#defaults()}, as the service loader does. */
  public SimulatorRuntime() {
    this(SimulatorOptions.defaults());
  }

  /** Creates a runtime with these options; pass it to a classifier's builder. */
  public SimulatorRuntime(SimulatorOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Availability availability() {
    return finder().availability();
  }

  @Override
  public boolean simulates() {
    return true;
  }

  @Override
  public boolean supports(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".bin") || name.endsWith(".hbm");
  }

  @Override
  public ClassificationModel load(Path file, LoadOptions loadOptions) {
    Objects.requireNonNull(loadOptions, "options");
    Simulator simulator = simulator(file);
    SimulatorModel model =
        new ModelLoader(simulator, options.closeTimeout()).load(file, loadOptions);
    LOG.info(
        "loaded {} from {} with {}: integers equal the vendor's software, times are not a board's",
        model,
        file,
        simulator);
    return model;
  }

  private Simulator simulator(Path file) {
    SimulatorFinder finder = finder();
    return finder
        .simulator()
        .orElseThrow(
            () ->
                new RuntimeUnavailableException(
                    "cannot load " + file + " on the simulator",
                    Map.of(NAME, finder.availability())));
  }

  /** A simulator that was found is reused while the same one is requested. */
  SimulatorFinder finder() {
    ProgramSearch search =
        ProgramSearch.of(
            options.program().map(Path::toString).orElse(null),
            System::getProperty,
            System::getenv);
    SimulatorFinder last = lastFinder;
    if (last == null || last.simulator().isEmpty() || !last.search().equals(search)) {
      last = SimulatorFinder.find(search);
      lastFinder = last;
    }
    return last;
  }
}
