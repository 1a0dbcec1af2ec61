// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.InferenceRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the runtimes on the class path or module path and chooses among them. */
public final class Runtimes {
  /** The system property that names the runtime to use. */
  public static final String PROPERTY = "bpu4j.runtime";

  /** The environment variable that names it when the property is not set. */
  public static final String ENVIRONMENT = "BPU4J_RUNTIME";

  private Runtimes() {}

  /** Every provider that {@link ServiceLoader} finds, available or not, in its order. */
  public static List<InferenceRuntime> discover() {
    return ServiceLoader.load(InferenceRuntime.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** A file and the runtime to load it with. */
  record Choice(InferenceRuntime runtime, Path file) {}

  /** Returns the candidates: the one with the given name, or all. */
  static List<InferenceRuntime> candidates(@Nullable String explicitName) {
    return named(
        wantedName(explicitName, System.getProperty(PROPERTY), System.getenv(ENVIRONMENT)),
        discover());
  }

  /**
   * Returns the name that takes precedence: explicit, then property, then environment; null if
   * none.
   */
  static @Nullable String wantedName(
      @Nullable String explicitName, @Nullable String property, @Nullable String environment) {
    if (explicitName != null) {
      return explicitName;
    }
    if (property != null && !property.isBlank()) {
      return property.strip();
    }
    return environment != null && !environment.isBlank() ? environment.strip() : null;
  }

  static List<InferenceRuntime> named(@Nullable String name, List<InferenceRuntime> all) {
    if (name == null) {
      if (all.isEmpty()) {
        throw new RuntimeUnavailableException(
            "no runtime on the class path; add a dependency on bpu4j-runtime-bpu (board) or "
                + "bpu4j-runtime-onnx (any host)"
                + MergedJar.remark(),
            Map.of());
      }
      return all;
    }
    List<InferenceRuntime> matching = all.stream().filter(r -> r.name().equals(name)).toList();
    if (matching.isEmpty()) {
      throw new RuntimeUnavailableException(
          "no runtime is named '"
              + name
              + "'"
              + MergedJar.remark()
              + "; those on the class path are",
          answers(all));
    }
    return matching;
  }

  /** Returns the first file that an available candidate supports, with that candidate. */
  static Choice choose(List<Path> files, List<InferenceRuntime> candidates) {
    Map<String, Availability> diagnostics = new LinkedHashMap<>();
    List<Path> missing = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        missing.add(file);
        continue;
      }
      for (InferenceRuntime runtime : candidates) {
        if (!runtime.supports(file)) {
          diagnostics.putIfAbsent(
              runtime.name() + " for " + file.getFileName(),
              Availability.no("it does not support this kind of file"));
          continue;
        }
        Availability availability = runtime.availability();
        if (availability.available()) {
          return new Choice(runtime, file);
        }
        diagnostics.put(runtime.name() + " for " + file.getFileName(), availability);
      }
    }
    if (missing.size() == files.size()) {
      throw new ModelLoadException(
          "no model at "
              + files
              + ": "
              + (missing.stream().anyMatch(Files::exists) ? "not a file" : "no such file")
              + " (seen from "
              + Path.of("").toAbsolutePath()
              + ")");
    }
    throw new RuntimeUnavailableException(
        "no runtime can load "
            + files
            + (missing.isEmpty() ? "" : ", of which " + missing + " are not files")
            + MergedJar.remark(),
        diagnostics);
  }

  /** Returns the first available candidate that bundles a model. */
  static InferenceRuntime chooseDefault(List<InferenceRuntime> candidates) {
    Map<String, Availability> diagnostics = new LinkedHashMap<>();
    for (InferenceRuntime runtime : candidates) {
      if (runtime.defaultModel().isEmpty()) {
        diagnostics.put(runtime.name(), Availability.no("it bundles no model; give a model file"));
        continue;
      }
      Availability availability = runtime.availability();
      if (availability.available()) {
        return runtime;
      }
      diagnostics.put(runtime.name(), availability);
    }
    throw new RuntimeUnavailableException(
        "no available runtime bundles a model" + MergedJar.remark(), diagnostics);
  }

  private static Map<String, Availability> answers(List<InferenceRuntime> runtimes) {
    Map<String, Availability> answers = new LinkedHashMap<>();
    runtimes.forEach(runtime -> answers.put(runtime.name(), runtime.availability()));
    return answers;
  }
}
