// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.watch.StatusLine.Health;
import org.junit.jupiter.api.Test;

/** What the live line says at which width. */
final class StatusLineTest {
  private static final Health FINE = new Health(29.97, 3, 0, 12_345_678);

  @Test
  void everythingOnAWideTerminal() {
    assertThat(StatusLine.of(120, SampleAnswers.of("espresso", 0.75f), FINE))
        .isEqualTo(
            "espresso                               "
                + "  [###############.....]  0.7500   30.0 fps  3 dropped  12.3 ms");
  }

  @Test
  void aNarrowTerminalLosesTheBarFirstAndTheScoreLast() {
    String wide = StatusLine.of(80, SampleAnswers.of("espresso", 0.75f), FINE);
    assertThat(wide)
        .contains("0.7500", "30.0 fps", "3 dropped", "12.3 ms", "[")
        .hasSizeLessThan(80);
    String narrow = StatusLine.of(60, SampleAnswers.of("espresso", 0.75f), FINE);
    assertThat(narrow).contains("0.7500", "30.0 fps", "3 dropped", "12.3 ms").doesNotContain("[");
    assertThat(StatusLine.of(34, SampleAnswers.of("espresso", 0.75f), FINE))
        .isEqualTo("espresso      0.7500   30.0 fps");
    assertThat(StatusLine.of(22, SampleAnswers.of("espresso", 0.75f), FINE))
        .isEqualTo("espresso      0.7500");
    assertThat(StatusLine.of(9, SampleAnswers.of("espresso", 0.75f), FINE)).isEqualTo("espresso");
  }

  @Test
  void noWidthIsExceeded() {
    for (String label : new String[] {"espresso", "埃及猫，一种短毛家猫", "x".repeat(300), ""}) {
      for (int columns = 4; columns < 300; columns++) {
        Health busy = new Health(12345.6, 1_234_567_890, 77, 98_765_432_100L);
        String line = StatusLine.of(columns, SampleAnswers.simulated(label, 1), busy);
        assertThat(TerminalText.columns(line)).as(line).isLessThan(columns);
      }
    }
  }

  @Test
  void aLabelCannotSteerTheTerminal() {
    assertThat(StatusLine.of(100, SampleAnswers.of("a\033[2Jb\nc", 0.5f), FINE))
        .startsWith("a\\x1b[2Jb\\x0ac");
  }

  @Test
  void answersOfAStandInAreMarkedAndFailuresCounted() {
    assertThat(
            StatusLine.of(
                140, SampleAnswers.simulated("espresso", 0.5f), new Health(1, 0, 2, 1_000_000)))
        .endsWith("0 dropped  2 failed  1.0 ms  simulated");
  }

  @Test
  void noClassAboveTheThreshold() {
    assertThat(StatusLine.of(120, SampleAnswers.empty(), FINE))
        .startsWith("no class reaches the threshold")
        .contains("[....................]", "30.0 fps");
  }
}
