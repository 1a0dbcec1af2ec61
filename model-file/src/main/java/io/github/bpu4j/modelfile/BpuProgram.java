// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.Objects;

/**
 * The machine code for the BPU inside a model, known by its header only.
 *
 * @param bytes its size in bytes
 * @param march the architecture's short name in the program, such as {@code B2E} for Bayes-e
 * @param runtimeVersion the runtime that it was built for, such as {@code 3.15.55}
 * @param compilerVersion the compiler that built it, such as {@code 3.49.15}
 * @since 0.1.0
 */
public record BpuProgram(long bytes, String march, String runtimeVersion, String compilerVersion) {
  /** Checks that nothing is null or negative. */
  public BpuProgram {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes: " + bytes);
    }
    Objects.requireNonNull(march, "march");
    Objects.requireNonNull(runtimeVersion, "runtimeVersion");
    Objects.requireNonNull(compilerVersion, "compilerVersion");
  }
}
