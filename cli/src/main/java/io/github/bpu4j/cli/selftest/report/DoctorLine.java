// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.report;

import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.language.Text;
import java.util.Optional;

/**
 * A finding of {@code bpu4j doctor}, as the report shows it.
 *
 * @param check what was examined
 * @param state the state in one word
 * @param evidence what was seen
 * @param remedy what helps, if anything is needed
 */
public record DoctorLine(String check, String state, String evidence, Optional<Text> remedy) {
  public static DoctorLine of(Finding finding) {
    return new DoctorLine(
        finding.check(), finding.state().word(), finding.evidence(), finding.remedy());
  }
}
