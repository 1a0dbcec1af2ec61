// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that choose the runtime. */
public final class RuntimeOptions {
  private static final String LIBRARY_PROPERTY = "bpu4j.dnn.library";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--runtime",
      paramLabel = "NAME",
      completionCandidates = RuntimeNames.class,
      description = {
        "Runtime to use: bpu, onnx or simulator; see 'bpu4j doctor'.",
        "Default: BPU4J_RUNTIME, or else the first available one that supports the model."
      })
  private @Nullable String name;

  @Option(
      names = "--library",
      paramLabel = "PATH",
      description = "The libdnn.so to load; same as BPU4J_DNN_LIBRARY.")
  private @Nullable Path library;

  public @Nullable String name() {
    return name;
  }

  /**
   * The runtime given by {@code --runtime}, or the one that a {@code --library} is for, so that no
   * other answers when the library cannot be used.
   */
  @Nullable String chosen() {
    return name == null && library != null ? BpuRuntime.NAME : name;
  }

  /** The runtime given by {@code --runtime}, or all of them if it was not given. */
  public List<InferenceRuntime> asked(List<InferenceRuntime> all) {
    if (name == null) {
      return all;
    }
    List<InferenceRuntime> named = all.stream().filter(r -> r.name().equals(name)).toList();
    if (named.isEmpty()) {
      List<String> names = all.stream().map(InferenceRuntime::name).toList();
      throw usage(
          "--runtime: unknown runtime '" + name + "'; choose from " + String.join(", ", names));
    }
    return named;
  }

  /**
   * Refuses {@code --library} for a model that the library cannot run, which another runtime would
   * answer for.
   *
   * @param model the value of {@code --model}; null if it was not given
   */
  void requireLibraryIsUsed(@Nullable Path model) {
    if (library == null) {
      return;
    }
    if (name != null && !name.equals(BpuRuntime.NAME)) {
      throw usage("--library applies to the runtime bpu, not to " + name);
    }
    if (model == null || !new BpuRuntime().supports(model)) {
      throw usage(
          "--library needs --model FILE.bin, because a libdnn.so only runs compiled models; got "
              + (model == null ? "no --model" : model));
    }
  }

  /** Refuses both options beside one that leaves runtimes out. */
  public void requireNotBeside(String option) {
    if (name != null || library != null) {
      throw usage(
          (name == null ? "--library" : "--runtime")
              + " has no effect with "
              + option
              + "; leave it out");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  /**
   * Passes the library's path to the runtime, which reads it before its first native call.
   *
   * <p>A plain {@code libdnn.so} means the one in the current folder, as for every other option;
   * the dynamic loader would look for it elsewhere.
   */
  public void applyLibrary() {
    if (library != null) {
      System.setProperty(LIBRARY_PROPERTY, library.toAbsolutePath().toString());
    }
  }
}
