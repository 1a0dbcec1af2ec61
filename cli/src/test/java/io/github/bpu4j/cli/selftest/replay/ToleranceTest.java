// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Scores;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.record.PrintedNumber;
import io.github.bpu4j.cli.selftest.record.RankedScore;
import io.github.bpu4j.cli.selftest.record.Records;
import io.github.bpu4j.cli.selftest.record.Softmaxes;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as the same, against the differences that the published records really have. */
final class ToleranceTest {
  @Test
  void theVendorsOldAndNewSampleAreTheSame() {
    PrintedNumber old = PrintedNumber.of("0.7330400347709656");
    assertThat(Tolerance.PROBABILITY.holds(old, 0.7330401539802551)).isTrue();
    assertThat(Tolerance.RAW.of(old)).isLessThan(1e-6);
  }

  @Test
  void anotherBuildIsNot() {
    PrintedNumber present = PrintedNumber.of("0.9401111");
    assertThat(Tolerance.PROBABILITY.holds(present, 0.9645035)).isFalse();
    assertThat(Tolerance.PROBABILITY.holds(PrintedNumber.of("0.50497574"), 0.5049766)).isTrue();
    assertThat(Tolerance.PROBABILITY.holds(PrintedNumber.of("0.50497574"), 0.504979)).isFalse();
  }

  @Test
  void aShortPrintMayHaveBeenCut() {
    PrintedNumber three = PrintedNumber.of("0.060");
    assertThat(Tolerance.PROBABILITY.holds(three, 0.0609)).isTrue();
    assertThat(Tolerance.PROBABILITY.holds(three, 0.0611)).isFalse();
    PrintedNumber eight = PrintedNumber.of("4.4688632e-04");
    assertThat(Tolerance.RAW.holds(eight, 4.468864e-4f)).isTrue();
    assertThat(Tolerance.RAW.holds(eight, 4.4690e-4f)).isFalse();
  }

  @Test
  void aRecordedOutputAtEveryFourthPlaceIsAStride() {
    float[] padded = new float[1000];
    Arrays.fill(padded, -3e28f);
    AnswerRecord row = row(List.of("0.5", "-1.25", "2.5"));
    padded[0] = 0.5f;
    padded[4] = -1.25f;
    padded[8] = 2.5f;
    assertThat(StrideCheck.step(row, Scores.of(padded))).hasValue(4);
    padded[8] = 2.25f;
    assertThat(StrideCheck.step(row, Scores.of(padded))).isEmpty();
    assertThat(StrideCheck.step(row(List.of("0.5")), Scores.of(padded)))
        .as("one number proves nothing")
        .isEmpty();
  }

  private static AnswerRecord row(List<String> raw) {
    return new AnswerRecord(
        "net",
        "p",
        "",
        Fit.STRETCH,
        Interpolation.LINEAR,
        Softmaxes.ONCE,
        List.of(new RankedScore(2, Optional.empty())),
        raw.stream().map(PrintedNumber::of).toList(),
        "net.bin",
        "");
  }

  /** 131 records are 80 ways to run a model; where some state scores, orders alone are dropped. */
  @Test
  void recordsMadeInTheSameWayAreOneRun() {
    List<ReplayCase> cases = ReplayCase.of(Records.publishedAnswers());
    Map<String, Integer> sizes = new HashMap<>();
    cases.forEach(one -> sizes.merge(one.first().name(), one.records().size(), Integer::sum));
    assertThat(sizes).hasSize(55);
    assertThat(cases)
        .allMatch(
            one -> one.records().stream().map(AnswerRecord::hasScores).distinct().count() == 1);
  }
}
