// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.record;

import java.util.Optional;

/**
 * One of the best classes of a recorded answer.
 *
 * @param index of the class, from 0
 * @param score as printed; empty where only the order is known
 */
public record RankedScore(int index, Optional<PrintedNumber> score) {

  /**
   * Reads {@code index:score}, of which the score may be missing.
   *
   * @throws NumberFormatException if one of them is not a number
   */
  static RankedScore of(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new NumberFormatException("got " + text + ", expected index:score");
    }
    String score = text.substring(colon + 1).strip();
    return new RankedScore(
        Integer.parseInt(text.substring(0, colon).strip()),
        score.isEmpty() ? Optional.empty() : Optional.of(PrintedNumber.of(score)));
  }
}
