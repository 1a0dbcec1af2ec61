// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.io.TerminalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableLayoutTest {
  private static final String LONG = "埃及猫, an Egyptian cat ".repeat(10);

  @ParameterizedTest
  @CsvSource({"64", "80", "100", "123", "200"})
  void rowsFitTheTerminal(int columns) {
    TableLayout layout = TableLayout.of(columns, TerminalText.columns(LONG));
    String row = layout.row(LONG, "285", LONG, "0.794607", " 586.3 ms").stripTrailing();
    assertThat(TerminalText.columns(row)).isBetween(columns - 3, columns);
    assertThat(row).startsWith("...").containsPattern("\\.\\.\\. {2,3}0\\.794607   586\\.3 ms$");
  }

  @Test
  void widerTerminalsGiveTheRoomToPaths() {
    assertThat(TableLayout.of(80, 100)).isEqualTo(new TableLayout(19, 30));
    assertThat(TableLayout.of(200, 100)).isEqualTo(new TableLayout(100, 44));
    assertThat(TableLayout.of(200, 20)).isEqualTo(new TableLayout(20, 44));
  }

  @Test
  void namesCannotSteerTheTerminal() {
    String row = TableLayout.of(80, 12).row("\u001b[2J.png", "1", "a\nb", "0.5", "1 ms");
    assertThat(row.stripTrailing())
        .contains("\\x1b[2J.png", "a\\x0ab")
        .doesNotContain("\u001b", "\n");
  }
}
