// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a compiled model file says about one of its models.
 *
 * @param name the model's name, by which a runtime finds it in a packed file
 * @param inputs its inputs in order, at least one
 * @param outputs its outputs in order, at least one
 * @param program the machine code for the BPU, by its header; empty if all runs on the CPU
 * @param cpuNodes the nodes that run on the CPU, in the order of the graph
 * @param metadata everything that the build recorded in the file as text, sorted by key; the
 *     accessors below read the well-known entries
 * @since 0.1.0
 */
public record ModelDescription(
    String name,
    List<InputDescription> inputs,
    List<OutputDescription> outputs,
    Optional<BpuProgram> program,
    List<Operator> cpuNodes,
    Map<String, String> metadata) {
  /** The architecture of the BPU on the RDK X5. */
  public static final String BAYES_E = "bayes-e";

  /** How a BPU program for {@link #BAYES_E} names its architecture. */
  private static final String BAYES_E_PROGRAM = "B2E";

  /** Checks that nothing is null and copies the lists and the map. */
  public ModelDescription {
    Objects.requireNonNull(name, "name");
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    Objects.requireNonNull(program, "program");
    cpuNodes = List.copyOf(cpuNodes);
    metadata = new BuildRecord(metadata).asMap();
  }

  /**
   * The architecture that the model is for, such as {@code bayes-e}; empty if neither the build
   * record nor the BPU program says. Where the two contradict each other, it is the one that is not
   * Bayes-e.
   */
  public Optional<String> march() {
    Optional<String> built = text("MARCH");
    if (built.isPresent() && !built.get().equals(BAYES_E)) {
      return built;
    }
    return program
        .map(BpuProgram::march)
        .filter(march -> !march.isEmpty())
        .map(march -> march.equals(BAYES_E_PROGRAM) ? BAYES_E : march)
        .or(() -> built);
  }

  /** The version of the compiler that made the BPU program, such as {@code 3.49.15}. */
  public Optional<String> compilerVersion() {
    return program.map(BpuProgram::compilerVersion).or(() -> text("HBDK_VERSION"));
  }

  /** The runtime that the BPU program was built for, such as {@code 3.15.55}. */
  public Optional<String> runtimeVersion() {
    return program.map(BpuProgram::runtimeVersion).or(() -> text("HBDK_RUNTIME_VERSION"));
  }

  /** The version of the tool that turned the trained network into this file. */
  public Optional<String> converterVersion() {
    return text("BUILDER_VERSION");
  }

  /** The version of the library in which that tool quantizes the network. */
  public Optional<String> quantizerVersion() {
    return text("HORIZON_NN_VERSION");
  }

  /** What the compiler optimized for: {@code latency}, {@code bandwidth}, ... */
  public Optional<String> compileMode() {
    return text("COMPILE_MODE");
  }

  /**
   * How the BPU program gets an input, such as {@code pyramid} for NV12, {@code ddr} for plain
   * memory, or {@code resizer} for a picture of any size that hardware cuts and scales; empty if
   * the file does not say.
   *
   * @param input the input's name
   */
  public Optional<String> inputSource(String input) {
    String sources = text("input-source").orElse("");
    String key = "'" + input + "': '";
    int start = sources.indexOf(key);
    int end = start < 0 ? -1 : sources.indexOf('\'', start + key.length());
    return end < 0 ? Optional.empty() : Optional.of(sources.substring(start + key.length(), end));
  }

  /** How the network was calibrated; empty if the file does not say. */
  public Optional<Calibration> calibration() {
    return text("CALI_TYPE")
        .map(
            method ->
                new Calibration(
                    method,
                    text("MAX_PERCENTILE"),
                    text("PER_CHANNEL").map(Boolean::valueOf),
                    build().wholeList("CAL_DATA_TYPE"),
                    build().wholeList("CALI_DIR")));
  }

  private Optional<String> text(String key) {
    return build().text(key);
  }

  private BuildRecord build() {
    return new BuildRecord(metadata);
  }
}
