// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalTextTest {
  @ParameterizedTest
  @CsvSource({
    "1B, \\x1b",
    "0A, \\x0a",
    "09, \\x09",
    "7F, \\x7f",
    "9B, \\x9b",
    "061C, \\u061c",
    "200F, \\u200f",
    "2028, \\u2028",
    "202E, \\u202e",
    "2066, \\u2066",
    "D800, \\ud800",
  })
  void whatSteersATerminalIsWrittenOut(String point, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(point, 16)) + "z";
    assertThat(TerminalText.printable(text)).isEqualTo("a" + shown + "z");
  }

  @Test
  void ordinaryTextStays() {
    String text = "Égyptien 埃及猫 😀 a\\b";
    assertThat(TerminalText.printable(text)).isEqualTo(text);
  }

  @Test
  void messagesKeepTheirIndentedLinesOnly() {
    assertThat(TerminalText.printableLines("no runtime\n  bpu: no\u001b[2J\nbpu4j: all is well"))
        .isEqualTo(
            "no runtime" + System.lineSeparator() + "  bpu: no\\x1b[2J\\x0abpu4j: all is well");
  }

  @Test
  void logsCannotSteerTheTerminal() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MessageStream stream = new MessageStream(bytes)) {
      stream.println("label \u001b]0;title\u0007 \u202egnp");
      stream.println(new IllegalStateException("\u009b31m"));
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "label \\x1b]0;title\\x07 \\u202egnp", "java.lang.IllegalStateException: \\x9b31m");
  }

  @Test
  void warningsNameOptions() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MessageStream stream = new MessageStream(bytes)) {
      stream.println("WARN Classifier - scores above 1: set scoreTransform to SOFTMAX");
      stream.println("DEBUG Classifier - scoreTransform is NONE");
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "WARN Classifier - scores above 1: set --transform to SOFTMAX",
            "DEBUG Classifier - scoreTransform is NONE");
  }

  @Test
  void widthsCountColumns() {
    assertThat(TerminalText.columns("埃及猫")).isEqualTo(6);
    assertThat(TerminalText.columns("😀")).isEqualTo(2);
    assertThat(TerminalText.columns("e\u0301")).isEqualTo(1);
    assertThat(TerminalText.keepStart("埃及猫埃及猫", 8)).isEqualTo("埃及...");
    assertThat(TerminalText.keepEnd("photos/埃及猫.png", 10)).isEqualTo("...猫.png");
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "40 132, 132", "wide, 0", "'', 0", "-5, 0", ", 0"})
  void widthOfATerminal(String text, int columns) {
    assertThat(TerminalWidth.parse(text)).isEqualTo(columns);
  }

  @Test
  void wrapsBetweenChineseCharactersAndKeepsCommandsWhole() {
    assertThat(TerminalText.wrap("重新安装软件包：sudo apt-get install --reinstall hobot-dnn", 20))
        .containsExactly("重新安装软件包：sudo", "apt-get install", "--reinstall", "hobot-dnn");
    assertThat(TerminalText.wrap("改善散热，芯片降频", 9)).containsExactly("改善散", "热，芯片", "降频");
    assertThat(TerminalText.wrap("", 9)).containsExactly("");
  }
}
