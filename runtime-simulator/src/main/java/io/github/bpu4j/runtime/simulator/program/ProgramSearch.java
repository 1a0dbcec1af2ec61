// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.program;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for {@code hbdk-sim}.
 *
 * @param candidates paths of a program, a wheel or a folder, in order
 * @param namedBy who named the only candidate; null when these are the usual places
 */
public record ProgramSearch(List<String> candidates, @Nullable String namedBy) {
  /** The system property that names the program, the wheel or a site-packages folder. */
  public static final String PROPERTY = "bpu4j.simulator";

  /** The environment variable that names it when the property is not set. */
  public static final String VARIABLE = "BPU4J_SIMULATOR";

  static final String PROGRAM = "hbdk-sim";

  /** Variables of an active Python environment, each a folder with a {@code bin}. */
  private static final List<String> ENVIRONMENTS = List.of("VIRTUAL_ENV", "CONDA_PREFIX");

  /** Copies the list. */
  public ProgramSearch {
    candidates = List.copyOf(candidates);
  }

  /**
   * Returns the explicit path, or else the property's, or else the variable's, or else those of the
   * active Python environment and of {@code PATH}.
   *
   * <p>If one is specified, nothing else is tried.
   */
  public static ProgramSearch of(
      @Nullable String explicit,
      UnaryOperator<@Nullable String> properties,
      UnaryOperator<@Nullable String> environment) {
    if (isSet(explicit)) {
      return new ProgramSearch(List.of(explicit), "SimulatorOptions.program");
    }
    String property = properties.apply(PROPERTY);
    if (isSet(property)) {
      return new ProgramSearch(List.of(property.strip()), "the system property " + PROPERTY);
    }
    String variable = environment.apply(VARIABLE);
    if (isSet(variable)) {
      return new ProgramSearch(List.of(variable.strip()), "the environment variable " + VARIABLE);
    }
    return new ProgramSearch(usualPlaces(environment), null);
  }

  private static List<String> usualPlaces(UnaryOperator<@Nullable String> environment) {
    List<String> places = new ArrayList<>();
    for (String variable : ENVIRONMENTS) {
      String folder = environment.apply(variable);
      if (isSet(folder)) {
        places.add(folder + "/bin/" + PROGRAM);
      }
    }
    String path = environment.apply("PATH");
    for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      if (!folder.isBlank()) {
        places.add(folder + "/" + PROGRAM);
      }
    }
    return places.stream().distinct().toList();
  }

  boolean isNamed() {
    return namedBy != null;
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
