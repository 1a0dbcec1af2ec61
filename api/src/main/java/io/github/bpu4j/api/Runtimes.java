// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.InferenceRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the runtimes on the class path or module path and chooses among them.
 *
 * @since 0.1.0
 */
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

  /** A file, or null for the model that the runtime bundles, and the runtime to load it with. */
  record Choice(InferenceRuntime runtime, @Nullable Path file) {}

  /** Returns the candidates: the one with the given name, or all. */
  static List<InferenceRuntime> candidates(@Nullable String explicitName) {
    return named(wantedName(explicitName), discover());
  }

  /** Returns the name that builder, property or environment gives; null if none does. */
  static @Nullable String wantedName(@Nullable String explicitName) {
    return wantedName(explicitName, System.getProperty(PROPERTY), System.getenv(ENVIRONMENT));
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

  /**
   * Returns the first file that an available candidate supports, with that candidate.
   *
   * <p>Candidates that only simulate are asked about the files when no other takes any of them.
   */
  static Choice choose(List<Path> files, List<InferenceRuntime> candidates) {
    List<Path> present = files.stream().filter(Files::isRegularFile).toList();
    Map<String, Availability> diagnostics = new LinkedHashMap<>();
    return first(present, candidates, false, diagnostics)
        .or(() -> first(present, candidates, true, diagnostics))
        .orElseThrow(() -> noneFits(files, present, diagnostics));
  }

  private static Optional<Choice> first(
      List<Path> files,
      List<InferenceRuntime> candidates,
      boolean simulates,
      Map<String, Availability> diagnostics) {
    for (Path file : files) {
      for (InferenceRuntime runtime : candidates) {
        if (runtime.simulates() != simulates) {
          continue;
        }
        Availability answer = answer(runtime, file);
        if (answer.available()) {
          return Optional.of(new Choice(runtime, file));
        }
        diagnostics.putIfAbsent(runtime.name() + " for " + file.getFileName(), answer);
      }
    }
    return Optional.empty();
  }

  private static Availability answer(InferenceRuntime runtime, Path file) {
    return runtime.supports(file)
        ? runtime.availability()
        : Availability.no("it does not support this kind of file");
  }

  private static ClassifierException noneFits(
      List<Path> files, List<Path> present, Map<String, Availability> diagnostics) {
    List<Path> missing = files.stream().filter(file -> !present.contains(file)).toList();
    if (present.isEmpty()) {
      return new ModelLoadException(
          "no model at "
              + files
              + ": "
              + (missing.stream().anyMatch(Files::exists) ? "not a file" : "no such file")
              + " (seen from "
              + Path.of("").toAbsolutePath()
              + ")");
    }
    return new RuntimeUnavailableException(
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
