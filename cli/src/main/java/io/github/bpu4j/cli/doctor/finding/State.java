// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.finding;

/** How serious a finding is; only a failure changes the exit code. */
public enum State {
  OK("ok"),
  /** Worth knowing; nothing has to be done. */
  NOTE("note"),
  /** Pictures are classified, but more slowly, or with something missing. */
  WARNING("warning"),
  /** Something that this machine should be able to do does not work. */
  FAILURE("failure"),
  /** A machine of this kind does not have the part. */
  NOT_APPLICABLE("n/a");

  private final String word;

  State(String word) {
    this.word = word;
  }

  /** The word in tables and JSON. */
  public String word() {
    return word;
  }
}
