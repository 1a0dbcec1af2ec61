// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.finding.State;
import io.github.bpu4j.cli.io.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lays out findings as rows with a column each for check, state and evidence.
 *
 * @param width of the terminal in columns; lines are broken between words to fit
 */
record FindingTable(int width) {
  private static final int CHECK = 13;
  private static final int STATE = 9;
  private static final int LEAST_TEXT = 30;

  String header() {
    return row("CHECK", "STATE", "EVIDENCE");
  }

  /** The rows of a finding: its evidence, then what to do. */
  String rows(Finding finding) {
    StringBuilder rows = new StringBuilder();
    String check = finding.check();
    String state = word(finding.state());
    for (String line : lines(finding)) {
      rows.append(row(check, state, line));
      check = "";
      state = "";
    }
    return rows.toString();
  }

  /** Capitals for what needs attention. */
  private static String word(State state) {
    boolean calls = state == State.WARNING || state == State.FAILURE;
    return calls ? state.word().toUpperCase(Locale.ROOT) : state.word();
  }

  private List<String> lines(Finding finding) {
    List<String> lines = new ArrayList<>();
    finding.evidence().lines().forEach(line -> wrap(line, "", lines));
    finding.remedy().ifPresent(remedy -> wrap(remedy, "-> ", lines));
    return lines;
  }

  private void wrap(String text, String mark, List<String> lines) {
    int room = Math.max(LEAST_TEXT, width - CHECK - STATE - mark.length());
    String start = mark;
    StringBuilder line = new StringBuilder();
    for (String word : TerminalText.printable(text).split(" ", -1)) {
      if (!line.isEmpty()
          && TerminalText.columns(line.toString()) + 1 + TerminalText.columns(word) > room) {
        lines.add(start + line);
        start = " ".repeat(mark.length());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(start + line);
  }

  private static String row(String check, String state, String text) {
    String line = TerminalText.pad(check, CHECK) + TerminalText.pad(state, STATE) + text;
    return line.stripTrailing() + System.lineSeparator();
  }
}
