// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.report;

import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.selftest.question.Question;
import io.github.bpu4j.cli.selftest.record.RateRecord;
import io.github.bpu4j.cli.selftest.record.Records;
import io.github.bpu4j.cli.selftest.replay.RateResult;
import io.github.bpu4j.cli.selftest.replay.ReplayCase;
import io.github.bpu4j.cli.selftest.replay.ReplayResult;
import io.github.bpu4j.cli.selftest.verdict.Cause;
import io.github.bpu4j.cli.selftest.verdict.Verdict;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A report in which every part has something. */
public final class SampleReport {
  private SampleReport() {}

  /** As a line of JSON. */
  public static String json() {
    return new ReportJson(full(), Anonymity.ofProcess()).line();
  }

  static Report full() {
    ReplayCase replayed = ReplayCase.of(Records.publishedAnswers()).get(0);
    return new Report(
        Map.of("libdnn", "1.24.5_(3.15.55 HBRT)"),
        List.of(new DoctorLine("java", "ok", "17", Optional.of(Text.of("none", "none")))),
        List.of(answer(replayed, Verdict.DIFFERS, Optional.of(Cause.WRONG_SCORES))),
        List.of(
            new RateResult(
                "cat",
                4,
                90.5,
                48.25,
                Optional.of(
                    new RateRecord("cat", 4, OptionalDouble.of(80), OptionalDouble.empty())),
                Verdict.DIFFERS,
                Optional.of(Wording.same("service time x 3.0")),
                Optional.of("a problem"))),
        List.of(new Question("Q23", Wording.same("?"), Wording.same("no"), true)),
        List.of(Wording.same("nothing")),
        true,
        false);
  }

  static Report of(List<ReplayResult> answers) {
    return new Report(Map.of(), List.of(), answers, List.of(), List.of(), List.of(), false, false);
  }

  static ReplayResult answer(ReplayCase replayed, Verdict verdict, Optional<Cause> cause) {
    return new ReplayResult(replayed, verdict, cause, "class 1 has 0.5");
  }
}
