// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose who executes networks. */
final class RuntimeOptions {
  private static final String LIBRARY_PROPERTY = "bpu4j.dnn.library";

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

  @Nullable String name() {
    return name;
  }

  /** Hands the library over to the runtime, which reads it before its first native call. */
  void applyLibrary() {
    if (library != null) {
      System.setProperty(LIBRARY_PROPERTY, library.toString());
    }
  }
}
