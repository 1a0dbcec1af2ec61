// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.language.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts at the limits, and causes in the order of their likelihood. */
final class VerdictTest {
  private static final ColorInput LITE =
      ColorInput.rgb().withMean(127, 127, 127).withScale(0.0078125f);

  /** Replays of which one answers like the file, and the others do not. */
  private static List<Replay> replays(String like, double cosine) {
    List<Replay> all = new ArrayList<>();
    for (Hypothesis each : Hypothesis.mistakes(LITE)) {
      all.add(new Replay(each, each.name().toString().equals(like) ? cosine : 0.3, 0.5));
    }
    return all;
  }

  private static Verdict verdict(double cosine, int pictures, List<Replay> replays) {
    return Verdict.of(cosine, Verdict.GOOD, pictures, 0.2, 0.2, List.of(), replays);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9927, 20, GOOD",
    "0.975, 20, GOOD",
    "0.9749, 20, CANNOT_TELL",
    "0.95, 20, CANNOT_TELL",
    "0.9499, 20, DOES_NOT_MATCH",
    "0.99, 9, CANNOT_TELL",
    "0.5, 9, CANNOT_TELL",
  })
  void limits(double cosine, int pictures, Verdict.Kind kind) {
    assertThat(verdict(cosine, pictures, replays("", 0)).kind()).isEqualTo(kind);
  }

  @Test
  void aLowerLimitIsObeyed() {
    Verdict verdict = Verdict.of(0.94, 0.93, 20, 0.2, 0.2, List.of(), replays("", 0));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.GOOD);
  }

  @ParameterizedTest
  @CsvSource({
    "no normalization, NORMALIZATION_MISSING",
    "normalized twice, NORMALIZED_TWICE",
    "red and blue swapped, CHANNEL_ORDER",
    "half the scale, SCALE",
    "no mean, MEAN"
  })
  void theReplayThatAnswersAlikeIsNamedFirst(String replay, Cause cause) {
    Verdict verdict = verdict(0.84, 20, replays(replay, 0.985));
    assertThat(verdict.likely()).hasSize(1);
    assertThat(verdict.likely().get(0).cause()).isEqualTo(cause);
    assertThat(verdict.likely().get(0).evidence().toString()).contains(replay, "0.9850");
  }

  @Test
  void aReplayThatExplainsCountsBetweenTheLimits() {
    assertThat(verdict(0.953, 20, replays("half the scale", 0.993)).kind())
        .isEqualTo(Verdict.Kind.DOES_NOT_MATCH);
    assertThat(verdict(0.96, 20, replays("half the scale", 0.97)).kind())
        .isEqualTo(Verdict.Kind.CANNOT_TELL);
    assertThat(verdict(0.953, 20, replays("VIDEO taken for FULL", 0.98)).kind())
        .isEqualTo(Verdict.Kind.CANNOT_TELL);
  }

  @Test
  void withoutAReplayTheCalibrationIsLeft() {
    assertThat(verdict(0.73, 20, replays("", 0)).likely())
        .extracting(Verdict.Likely::cause)
        .containsExactly(Cause.CALIBRATION);
    assertThat(verdict(0.73, 20, replays("no mean", 0.8)).likely())
        .extracting(Verdict.Likely::cause)
        .containsExactly(Cause.MEAN, Cause.CALIBRATION);
  }

  @Test
  void onlyAReplayAboveTheLimitIsSaidToAnswerLikeTheFile() {
    assertThat(verdict(0.73, 20, replays("no mean", 0.8)).likely().get(0).evidence().toString())
        .isEqualTo("the network fed so (no mean) has this cosine with the file: 0.8000");
    assertThat(verdict(0.73, 20, replays("no mean", 0.96)).likely().get(0).evidence().toString())
        .isEqualTo("the network fed so (no mean) answers like the file: 0.9600");
  }

  @Test
  void theSameAnswerToAllPicturesIsFlatCalibration() {
    Verdict verdict = Verdict.of(0.05, Verdict.GOOD, 20, 0.99999, 0.3, List.of(), replays("", 0));
    assertThat(verdict.likely().get(0).cause()).isEqualTo(Cause.SAME_ANSWER);
  }

  @Test
  void whatTheFileItselfSaysComesFirstAndCountsEvenIfFiguresAreGood() {
    List<Recorded> recorded =
        List.of(new Recorded(Cause.RANGE, Text.of("range", "the file expects FULL range")));
    Verdict verdict = Verdict.of(0.985, Verdict.GOOD, 20, 0.2, 0.2, recorded, replays("", 0));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DOES_NOT_MATCH);
    assertThat(verdict.likely().get(0).cause()).isEqualTo(Cause.RANGE);
  }

  @Test
  void theHintNeedsAClearLeadAndTwentyPictures() {
    Hypothesis imagenet = Hypothesis.usual(LITE).get(0);
    List<Replay> surer = List.of(new Replay(imagenet, 0.8, 0.714));
    assertThat(Hint.of(0.627, surer, 20).orElseThrow().toString())
        .contains("ImageNet's", "0.714", "0.627");
    assertThat(Hint.of(0.627, surer, 19)).isEmpty();
    assertThat(Hint.of(0.683, surer, 20)).isEmpty();
  }

  @Test
  void aHypothesisIsWhatItIsNamed() {
    List<Hypothesis> all = Hypothesis.mistakes(LITE);
    Hypothesis twice =
        all.stream()
            .filter(each -> each.name().toString().equals("normalized twice"))
            .findFirst()
            .orElseThrow();
    float once = (200 - 127) * 0.0078125f;
    float expected = (once - 127) * 0.0078125f;
    float found = (200 - twice.colors().mean().get(0)) * twice.colors().scale().get(0);
    assertThat(found).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-4f));
    assertThat(Hypothesis.usual(LITE))
        .extracting(each -> each.name().toString())
        .doesNotContain("-1 to 1");
  }
}
