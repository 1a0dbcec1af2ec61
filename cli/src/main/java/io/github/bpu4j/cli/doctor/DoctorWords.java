// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import io.github.bpu4j.cli.doctor.finding.State;
import io.github.bpu4j.cli.language.Text;

/** States in words for people; JSON has {@link State#word}. */
public final class DoctorWords {
  private DoctorWords() {}

  /** The word alone, as in the table. */
  public static Text of(State state) {
    return switch (state) {
      case OK -> Text.of("doctor.state.ok", "ok");
      case NOTE -> Text.of("doctor.state.note", "note");
      case WARNING -> Text.of("doctor.state.warning", "warning");
      case FAILURE -> Text.of("doctor.state.failure", "failure");
      case NOT_APPLICABLE -> Text.of("doctor.state.none", "n/a");
    };
  }

  /** How many findings have the state, as in the summary. */
  static Text counted(State state, long count) {
    if (count == 1) {
      return Text.of("doctor.count", "%d %s", count, of(state));
    }
    return switch (state) {
      case NOTE -> Text.of("doctor.count.notes", "%d notes", count);
      case WARNING -> Text.of("doctor.count.warnings", "%d warnings", count);
      case FAILURE -> Text.of("doctor.count.failures", "%d failures", count);
      case OK, NOT_APPLICABLE -> Text.of("doctor.count", "%d %s", count, of(state));
    };
  }
}
