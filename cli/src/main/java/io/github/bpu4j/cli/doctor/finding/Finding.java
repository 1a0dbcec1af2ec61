// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.finding;

import io.github.bpu4j.cli.language.Text;
import java.util.Optional;

/**
 * One result of an examination.
 *
 * @param diagnosis what it means; {@code docs/troubleshooting.md} has a row for each
 * @param evidence what was read on this machine; several lines are separated by {@code \n}. It may
 *     contain paths and text from files: print it through {@code TerminalText}
 */
public record Finding(Diagnosis diagnosis, String evidence) {
  /** The part of the machine that was examined, such as {@code devices}. */
  public String check() {
    return diagnosis.check();
  }

  public State state() {
    return diagnosis.state();
  }

  /** What to do; empty if nothing has to be done. */
  public Optional<Text> remedy() {
    return diagnosis.remedy();
  }
}
