// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.api.spi.InferenceRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose who executes networks. */
public final class RuntimeOptions {
  private static final String LIBRARY_PROPERTY = "bpu4j.dnn.library";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--runtime",
      paramLabel = "NAME",
      description = {
        "Who runs the network, for instance bpu or onnx; see 'bpu4j doctor'.",
        "Without it: BPU4J_RUNTIME, else the first available one that takes the model."
      })
  private @Nullable String name;

  @Option(
      names = "--library",
      paramLabel = "PATH",
      description = "The libdnn.so to load; also BPU4J_DNN_LIBRARY.")
  private @Nullable Path library;

  public @Nullable String name() {
    return name;
  }

  /** The runtime asked for, or all. */
  public List<InferenceRuntime> asked(List<InferenceRuntime> all) {
    if (name == null) {
      return all;
    }
    List<InferenceRuntime> named = all.stream().filter(r -> r.name().equals(name)).toList();
    if (named.isEmpty()) {
      List<String> names = all.stream().map(InferenceRuntime::name).toList();
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--runtime: there is no '" + name + "', only " + String.join(", ", names));
    }
    return named;
  }

  /** Hands the library over to the runtime, which reads it before its first native call. */
  public void applyLibrary() {
    if (library != null) {
      System.setProperty(LIBRARY_PROPERTY, library.toString());
    }
  }
}
