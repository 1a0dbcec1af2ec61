// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.report;

import io.github.bpu4j.cli.selftest.question.Question;
import io.github.bpu4j.cli.selftest.replay.RateResult;
import io.github.bpu4j.cli.selftest.replay.ReplayResult;
import io.github.bpu4j.cli.selftest.verdict.Verdict;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that a self-test found.
 *
 * @param versions of this command, Java and the library, by name
 * @param doctor the findings about the machine
 * @param answers the replayed records
 * @param rates what was measured
 * @param questions the open questions
 * @param missing what could not be compared, and how to get it
 * @param simulated whether a stand-in answered
 * @param interrupted whether Ctrl-C ended it early
 */
public record Report(
    Map<String, String> versions,
    List<DoctorLine> doctor,
    List<ReplayResult> answers,
    List<RateResult> rates,
    List<Question> questions,
    List<Wording> missing,
    boolean simulated,
    boolean interrupted) {

  public Report {
    doctor = List.copyOf(doctor);
    answers = List.copyOf(answers);
    rates = List.copyOf(rates);
    questions = List.copyOf(questions);
    missing = List.copyOf(missing);
  }

  /**
   * The verdict over all: what failed first, then what differs; the same only if at least one
   * answer was compared.
   */
  public Verdict verdict() {
    List<Verdict> all =
        Stream.concat(
                answers.stream().map(ReplayResult::verdict),
                rates.stream().map(RateResult::verdict))
            .toList();
    for (Verdict worse : List.of(Verdict.FAILED, Verdict.DIFFERS)) {
      if (all.contains(worse)) {
        return worse;
      }
    }
    return answers.isEmpty() ? Verdict.NO_RECORD : Verdict.SAME;
  }
}
