// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.finding.State;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
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
  String line(Texts texts) {
    return texts.text("doctor.summary", "%s%s %s.", verdict(), works(), counts())
        + System.lineSeparator();
  }

  private Text verdict() {
    if (count(State.FAILURE) > 0) {
      return Text.of("doctor.failed", "Failed: %s", checks(State.FAILURE));
    }
    return count(State.WARNING) > 0
        ? Text.of("doctor.warned", "Works, with warnings: %s", checks(State.WARNING))
        : Text.of("doctor.good", "No problems found");
  }

  private Text works() {
    if (!live) {
      return Text.of("doctor.files-only", ".");
    }
    return available().isEmpty()
        ? Text.of("doctor.no-runtime", "; no runtime works.")
        : Text.of("doctor.runs-on", "; models run on: %s.", String.join(", ", available()));
  }

  private Text counts() {
    return List.of(State.values()).stream()
        .filter(state -> count(state) > 0)
        .map(state -> DoctorWords.counted(state, count(state)))
        .reduce((one, two) -> Text.of("list", "%s, %s", one, two))
        .orElseThrow();
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
