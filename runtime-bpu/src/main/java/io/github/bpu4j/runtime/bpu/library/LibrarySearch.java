// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for libdnn.so.
 *
 * @param candidates paths, or a bare name for the loader's own search, in order
 * @param namedBy who named the only candidate; null when these are the usual places
 */
public record LibrarySearch(List<String> candidates, @Nullable String namedBy) {
  static final String PROPERTY = "bpu4j.dnn.library";
  static final String VARIABLE = "BPU4J_DNN_LIBRARY";
  static final String SONAME = "libdnn.so";

  /** Where the board's packages put the library and what it depends on. */
  static final List<String> FOLDERS = List.of("/usr/lib", "/usr/hobot/lib");

  /** Copies the list. */
  public LibrarySearch {
    candidates = List.copyOf(candidates);
  }

  /**
   * Returns the explicit path, or else the property's, or else the variable's, or else the usual
   * places.
   *
   * <p>A specified library is the only candidate: if it is not usable, nothing else is tried.
   */
  public static LibrarySearch of(
      @Nullable String explicit,
      UnaryOperator<@Nullable String> properties,
      UnaryOperator<@Nullable String> environment) {
    if (isSet(explicit)) {
      return new LibrarySearch(List.of(explicit), "BpuOptions.library");
    }
    String property = properties.apply(PROPERTY);
    if (isSet(property)) {
      return new LibrarySearch(List.of(property), "the system property " + PROPERTY);
    }
    String variable = environment.apply(VARIABLE);
    if (isSet(variable)) {
      return new LibrarySearch(List.of(variable), "the environment variable " + VARIABLE);
    }
    return new LibrarySearch(
        List.of(SONAME, FOLDERS.get(0) + "/" + SONAME, FOLDERS.get(1) + "/" + SONAME), null);
  }

  boolean isNamed() {
    return namedBy != null;
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
