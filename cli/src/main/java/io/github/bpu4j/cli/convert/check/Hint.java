// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.cli.language.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for numbers that make the network clearly surer of its answers than the declared ones: a
 * sign of a mean, scale or order that is wrong on both sides, where comparing shows nothing.
 */
final class Hint {
  /** Unusual numbers, such as none at all, can make a network surer and wrong. */
  private static final Set<Cause> TRAININGS = Set.of(Cause.CHANNEL_ORDER, Cause.OTHER_NUMBERS);

  /** Right numbers were at least this much below wrong ones in no draw worth a word. */
  private static final double CLEARLY = 0.05;

  private static final int FEWEST = 20;

  private Hint() {}

  /**
   * Returns the hint; empty if the declared numbers do best, or pictures are too few.
   *
   * @param declared confidence as declared
   * @param others confidence with other numbers
   */
  static Optional<Text> of(double declared, List<Replay> others, int pictures) {
    if (pictures < FEWEST) {
      return Optional.empty();
    }
    return others.stream()
        .filter(each -> TRAININGS.contains(each.hypothesis().cause().orElseThrow()))
        .max(Comparator.comparingDouble(Replay::confidence))
        .filter(each -> each.confidence() > declared + CLEARLY)
        .map(
            each ->
                Text.of(
                    "check.hint",
                    "hint: with %s the network is surer of its answers (mean highest score %.3f"
                        + " instead of %.3f); were the declared numbers those of the training? With"
                        + " one network and 20 photos the right ones scored highest in 86 to 100 of"
                        + " 100 draws. Labeled pictures settle it.",
                    each.hypothesis().name(),
                    each.confidence(),
                    declared));
  }
}
