// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.finding.State;
import io.github.bpu4j.cli.io.ExitCode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The verdict over all findings.
 *
 * @param findings in the order in which they were shown
 * @param runtimes those that were asked
 * @param live whether runtimes were looked for; not in a tree
 */
record Summary(List<Finding> findings, List<RuntimeReport> runtimes, boolean live) {
  Summary {
    findings = List.copyOf(findings);
    runtimes = List.copyOf(runtimes);
  }

  /** 3 if runtimes were looked for and none is available, 1 if something failed, 0 otherwise. */
  int exitCode() {
    boolean none = live && available().isEmpty();
    return none
        ? ExitCode.UNAVAILABLE
        : count(State.FAILURE) > 0 ? ExitCode.ITEM_FAILED : ExitCode.OK;
  }

  /** One line, such as {@code No problems found; models run on: onnx. 12 ok, 1 note, 3 n/a.} */
  String line() {
    return verdict() + works() + " " + counts() + "." + System.lineSeparator();
  }

  private String verdict() {
    if (count(State.FAILURE) > 0) {
      return "Failed: " + checks(State.FAILURE);
    }
    return count(State.WARNING) > 0
        ? "Works, with warnings: " + checks(State.WARNING)
        : "No problems found";
  }

  private String works() {
    if (!live) {
      return ".";
    }
    return available().isEmpty()
        ? "; no runtime works."
        : "; models run on: " + String.join(", ", available()) + ".";
  }

  private String counts() {
    return List.of(State.values()).stream()
        .filter(state -> count(state) > 0)
        .map(state -> count(state) + " " + plural(state))
        .collect(Collectors.joining(", "));
  }

  private String plural(State state) {
    boolean counted = state == State.NOTE || state == State.WARNING || state == State.FAILURE;
    return state.word() + (counted && count(state) > 1 ? "s" : "");
  }

  private String checks(State state) {
    return findings.stream()
        .filter(finding -> finding.state() == state)
        .map(Finding::check)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private List<String> available() {
    return runtimes.stream()
        .filter(runtime -> runtime.availability().available())
        .map(RuntimeReport::label)
        .toList();
  }

  private long count(State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }
}
