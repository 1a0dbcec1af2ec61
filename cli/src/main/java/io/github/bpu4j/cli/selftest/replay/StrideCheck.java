// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.api.Scores;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.record.PrintedNumber;
import io.github.bpu4j.cli.selftest.record.RankedScore;
import io.github.bpu4j.cli.selftest.record.Softmaxes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Finds recorded outputs that stand several elements apart in what was read as dense. */
final class StrideCheck {
  private static final int WIDEST = 64;

  /** Fewer numbers that fit could be chance. */
  private static final int FEWEST = 2;

  private record Known(int index, PrintedNumber value) {}

  private StrideCheck() {}

  /** The step at which all recorded outputs within reach are found; empty if there is none. */
  static OptionalInt step(AnswerRecord row, Scores raw) {
    List<Known> known = known(row);
    return IntStream.rangeClosed(2, WIDEST).filter(step -> fits(known, raw, step)).findFirst();
  }

  private static boolean fits(List<Known> known, Scores raw, int step) {
    List<Known> reached =
        known.stream().filter(one -> (long) one.index() * step < raw.size()).toList();
    return reached.stream().filter(one -> one.index() > 0).count() >= FEWEST
        && reached.stream()
            .allMatch(one -> Tolerance.RAW.holds(one.value(), raw.get(one.index() * step)));
  }

  /** The outputs that the record tells: its first ones, or its best if nothing was applied. */
  private static List<Known> known(AnswerRecord row) {
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < row.rawStart().size(); i++) {
      known.add(new Known(i, row.rawStart().get(i)));
    }
    if (row.softmaxes() == Softmaxes.NONE) {
      for (RankedScore rank : row.top()) {
        rank.score().ifPresent(score -> known.add(new Known(rank.index(), score)));
      }
    }
    return known;
  }
}
