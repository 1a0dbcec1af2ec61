// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.finding.State;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lays out findings as rows with a column each for check, state and evidence.
 *
 * @param width of the terminal in columns; lines are broken between words to fit
 */
record FindingTable(int width, Texts texts) {
  private static final int CHECK = 13;
  private static final int STATE = 9;
  private static final int LEAST_TEXT = 30;

  String header() {
    return row(
        texts.text("doctor.check", "CHECK"),
        texts.text("doctor.state", "STATE"),
        texts.text("doctor.evidence", "EVIDENCE"));
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
  private String word(State state) {
    boolean calls = state == State.WARNING || state == State.FAILURE;
    String word = texts.text(DoctorWords.of(state));
    return calls ? word.toUpperCase(Locale.ROOT) : word;
  }

  private List<String> lines(Finding finding) {
    List<String> lines = new ArrayList<>();
    finding.evidence().lines().forEach(line -> wrap(line, "", lines));
    finding.remedy().ifPresent(remedy -> wrap(texts.text(remedy), "-> ", lines));
    return lines;
  }

  private void wrap(String text, String mark, List<String> lines) {
    int room = Math.max(LEAST_TEXT, width - CHECK - STATE - mark.length());
    String start = mark;
    for (String line : TerminalText.wrap(TerminalText.printable(text), room)) {
      lines.add(start + line);
      start = " ".repeat(mark.length());
    }
  }

  private static String row(String check, String state, String text) {
    String line = TerminalText.pad(check, CHECK) + TerminalText.pad(state, STATE) + text;
    return line.stripTrailing() + System.lineSeparator();
  }
}
