// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.plan;

import io.github.bpu4j.cli.language.Text;

/**
 * A trap that a conversion would fall into.
 *
 * @param trap which
 * @param severity whether the conversion goes on
 * @param text what was found, what is expected and what is done or to be done
 */
public record Finding(Trap trap, Severity severity, Text text) {
  /** What a finding means for the conversion. */
  public enum Severity {
    /** It was taken care of. */
    NOTE,
    /** It goes on, and the result may disappoint. */
    WARNING,
    /** It ends here. */
    ERROR
  }

  public static Finding note(Trap trap, Text text) {
    return new Finding(trap, Severity.NOTE, text);
  }

  public static Finding warning(Trap trap, Text text) {
    return new Finding(trap, Severity.WARNING, text);
  }

  public static Finding error(Trap trap, Text text) {
    return new Finding(trap, Severity.ERROR, text);
  }

  /** Whether it ends the conversion. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The line that is shown. */
  public Text line() {
    return switch (severity) {
      case NOTE -> Text.of("convert.note", "note: %s", text);
      case WARNING -> Text.of("convert.warning", "warning: %s", text);
      case ERROR -> Text.of("convert.error", "error: %s", text);
    };
  }
}
