// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.record.PrintedNumber;
import io.github.bpu4j.cli.selftest.record.RankedScore;
import io.github.bpu4j.cli.selftest.record.Softmaxes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares an answer with a record: order, stated scores, and the start of the raw outputs. */
final class Comparison {
  /** A score this near to the recorded one suggests another build rather than a mistake. */
  private static final double CLOSE = 0.05;

  private final AnswerRecord row;
  private final Answer answer;

  Comparison(AnswerRecord row, Answer answer) {
    this.row = row;
    this.answer = answer;
  }

  static boolean matches(AnswerRecord row, Answer answer) {
    return new Comparison(row, answer).difference().isEmpty();
  }

  /** The first number or rank that is not as recorded, got against expected; empty if all are. */
  Optional<String> difference() {
    for (int rank = 0; rank < row.top().size(); rank++) {
      Optional<String> found = difference(rank, row.top().get(rank));
      if (found.isPresent()) {
        return found;
      }
    }
    return rawDifference();
  }

  /** Whether the best class is the recorded one with nearly its score. */
  boolean isClose() {
    RankedScore best = row.top().get(0);
    return answer.ranking().get(0).index() == best.index()
        && best.score()
            .map(score -> Math.abs(score.value() - answer.scores().get(best.index())) <= CLOSE)
            .orElse(false);
  }

  private Optional<String> difference(int rank, RankedScore expected) {
    if (expected.index() >= answer.classes() || rank >= answer.classes()) {
      return Optional.of(
          "class %d is recorded, the model has %d classes"
              .formatted(expected.index(), answer.classes()));
    }
    float got = answer.scores().get(expected.index());
    Optional<PrintedNumber> score = expected.score();
    if (score.isPresent() && !tolerance().holds(score.get(), got)) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "class %d has %s, recorded %s +- %.1e",
              expected.index(),
              got,
              score.get(),
              tolerance().of(score.get())));
    }
    int best = answer.ranking().get(rank).index();
    if (best != expected.index() && !tolerance().ties(answer.scores().get(best), got)) {
      return Optional.of(
          "rank %d is class %d, recorded %d".formatted(rank + 1, best, expected.index()));
    }
    return Optional.empty();
  }

  private Optional<String> rawDifference() {
    List<PrintedNumber> start = row.rawStart();
    for (int i = 0; i < Math.min(start.size(), answer.classes()); i++) {
      if (!Tolerance.RAW.holds(start.get(i), answer.raw().get(i))) {
        return Optional.of(
            "output %d is %s, recorded %s".formatted(i, answer.raw().get(i), start.get(i)));
      }
    }
    return Optional.empty();
  }

  private Tolerance tolerance() {
    return row.softmaxes() == Softmaxes.NONE ? Tolerance.RAW : Tolerance.PROBABILITY;
  }
}
