// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.selftest.record.Records;
import io.github.bpu4j.cli.selftest.replay.ReplayCase;
import io.github.bpu4j.cli.selftest.replay.ReplayResult;
import io.github.bpu4j.cli.selftest.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReportTest {
  private static ReplayResult answer(Verdict verdict) {
    ReplayCase replayed = ReplayCase.of(Records.publishedAnswers()).get(0);
    return SampleReport.answer(replayed, verdict, Optional.empty());
  }

  @Test
  void theWorstCounts() {
    assertThat(SampleReport.of(List.of()).verdict()).isEqualTo(Verdict.NO_RECORD);
    assertThat(SampleReport.of(List.of(answer(Verdict.SAME))).verdict()).isEqualTo(Verdict.SAME);
    assertThat(SampleReport.of(List.of(answer(Verdict.SAME), answer(Verdict.DIFFERS))).verdict())
        .isEqualTo(Verdict.DIFFERS);
    assertThat(SampleReport.of(List.of(answer(Verdict.FAILED), answer(Verdict.DIFFERS))).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void ratesAloneAreNoPass() {
    Report full = SampleReport.full();
    Report ratesOnly =
        new Report(
            full.versions(),
            List.of(),
            List.of(),
            List.of(full.rates().get(0).withVerdict(Verdict.SAME)),
            List.of(),
            List.of(),
            false,
            false);
    assertThat(ratesOnly.verdict()).isEqualTo(Verdict.NO_RECORD);
  }
}
