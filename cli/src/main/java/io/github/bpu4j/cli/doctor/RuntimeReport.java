// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a runtime reports about itself.
 *
 * @param name as used with {@code --runtime}
 * @param availability with reasons or remarks
 * @param defaultModel the model that it bundles
 * @param finding the same as a finding
 */
record RuntimeReport(
    String name, Availability availability, Optional<String> defaultModel, Finding finding) {
  private static final String BPU = "bpu";
  private static final String SIMULATOR = "simulator";

  /**
   * Asks each runtime; this loads native code.
   *
   * @param named whether the user named the runtime, which then has to work
   */
  static List<RuntimeReport> all(List<InferenceRuntime> runtimes, boolean named, Board board) {
    return runtimes.stream().map(runtime -> of(runtime, named, board)).toList();
  }

  private static RuntimeReport of(InferenceRuntime runtime, boolean named, Board board) {
    Availability availability = runtime.availability();
    Optional<String> model = runtime.defaultModel().map(InferenceRuntime.DefaultModel::name);
    Diagnosis diagnosis;
    if (availability.available()) {
      diagnosis =
          simulates(runtime, availability) ? Diagnosis.RUNTIME_SIMULATES : Diagnosis.RUNTIME_OK;
    } else {
      boolean optional =
          runtime.name().equals(SIMULATOR)
              || (runtime.name().equals(BPU) && (!board.hasBpu() || board.isOtherFamily()));
      diagnosis = optional && !named ? Diagnosis.RUNTIME_NOT_HERE : Diagnosis.RUNTIME_UNAVAILABLE;
    }
    Finding finding = diagnosis.with(evidence(runtime.name(), availability, model));
    return new RuntimeReport(runtime.name(), availability, model, finding);
  }

  /** Its name, with a remark if its answers are simulated. */
  String label() {
    return finding.diagnosis() == Diagnosis.RUNTIME_SIMULATES ? name + " (simulated)" : name;
  }

  private static boolean simulates(InferenceRuntime runtime, Availability availability) {
    return runtime.simulates()
        || availability.reasons().stream().anyMatch(reason -> reason.contains("bpu4j-stub"));
  }

  private static String evidence(String name, Availability availability, Optional<String> model) {
    String state = name + ": " + (availability.available() ? "available" : "unavailable");
    return Stream.of(
            Stream.of(state),
            availability.reasons().stream(),
            model.map(text -> "bundled model: " + text).stream())
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }
}
