// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Language;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.cli.watch.StatusLine.Health;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the live line says at which width. */
final class StatusLineTest {
  private static final StatusLine ENGLISH = new StatusLine(Texts.english());
  private static final StatusLine CHINESE = new StatusLine(Texts.in(Language.ZH));
  private static final Health FINE = new Health(29.97, 3, 0, 12_345_678);

  @Test
  void everythingOnAWideTerminal() {
    assertThat(ENGLISH.of(120, SampleAnswers.of("espresso", 0.75f), FINE))
        .isEqualTo(
            "espresso                               "
                + "  [###############.....]  0.7500   30.0 fps  3 dropped  12.3 ms");
  }

  @Test
  void aNarrowTerminalLosesTheBarFirstAndTheScoreLast() {
    String wide = ENGLISH.of(80, SampleAnswers.of("espresso", 0.75f), FINE);
    assertThat(wide)
        .contains("0.7500", "30.0 fps", "3 dropped", "12.3 ms", "[")
        .hasSizeLessThan(80);
    String narrow = ENGLISH.of(60, SampleAnswers.of("espresso", 0.75f), FINE);
    assertThat(narrow).contains("0.7500", "30.0 fps", "3 dropped", "12.3 ms").doesNotContain("[");
    assertThat(ENGLISH.of(34, SampleAnswers.of("espresso", 0.75f), FINE))
        .isEqualTo("espresso      0.7500   30.0 fps");
    assertThat(ENGLISH.of(22, SampleAnswers.of("espresso", 0.75f), FINE))
        .isEqualTo("espresso      0.7500");
    assertThat(ENGLISH.of(9, SampleAnswers.of("espresso", 0.75f), FINE)).isEqualTo("espresso");
  }

  @Test
  void noWidthIsExceeded() {
    for (String label : new String[] {"espresso", "埃及猫，一种短毛家猫", "x".repeat(300), ""}) {
      for (int columns = 4; columns < 300; columns++) {
        Health busy = new Health(12345.6, 1_234_567_890, 77, 98_765_432_100L);
        for (StatusLine language : List.of(ENGLISH, CHINESE)) {
          String line = language.of(columns, SampleAnswers.simulated(label, 1), busy);
          assertThat(TerminalText.columns(line)).as(line).isLessThan(columns);
        }
      }
    }
  }

  @Test
  void factsInChineseTakeTwoColumnsACharacter() {
    assertThat(CHINESE.of(120, SampleAnswers.simulated("埃及猫", 0.75f), new Health(9.5, 3, 2, 0)))
        .isEqualTo(
            "埃及猫                                 "
                + "  [###############.....]  0.7500    9.5 帧/秒  丢帧 3  失败 2  0.0 ms  模拟");
    assertThat(CHINESE.of(44, SampleAnswers.of("espresso", 0.75f), FINE))
        .isEqualTo("espresso        0.7500   30.0 帧/秒  丢帧 3");
    assertThat(CHINESE.of(43, SampleAnswers.of("espresso", 0.75f), FINE))
        .isEqualTo("espresso        0.7500   30.0 帧/秒");
    assertThat(CHINESE.of(120, SampleAnswers.empty(), FINE)).startsWith("没有类别达到阈值  ");
  }

  @Test
  void aLabelCannotSteerTheTerminal() {
    assertThat(ENGLISH.of(100, SampleAnswers.of("a\033[2Jb\nc", 0.5f), FINE))
        .startsWith("a\\x1b[2Jb\\x0ac");
  }

  @Test
  void answersOfAStandInAreMarkedAndFailuresCounted() {
    assertThat(
            ENGLISH.of(
                140, SampleAnswers.simulated("espresso", 0.5f), new Health(1, 0, 2, 1_000_000)))
        .endsWith("0 dropped  2 failed  1.0 ms  simulated");
  }

  @Test
  void noClassAboveTheThreshold() {
    assertThat(ENGLISH.of(120, SampleAnswers.empty(), FINE))
        .startsWith("no class reaches the threshold")
        .contains("[....................]", "30.0 fps");
  }
}
