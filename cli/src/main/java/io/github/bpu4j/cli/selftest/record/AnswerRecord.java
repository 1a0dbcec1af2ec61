// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.record;

import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import java.util.List;

/**
 * What a program on a board printed for one picture.
 *
 * @param name of the model, as in the zoo
 * @param picture the picture's file name, for messages only
 * @param sha256 of the picture's bytes, in lower-case hexadecimal digits; empty if not known
 * @param fit how the program fitted the picture into the input
 * @param interpolation how it resized
 * @param softmaxes how many softmaxes the printed scores have behind them
 * @param top the best classes, best first; not empty
 * @param rawStart the model's first outputs, before what the program applied; may be empty
 * @param modelFile the model file's name
 * @param origin board and date
 */
public record AnswerRecord(
    String name,
    String picture,
    String sha256,
    Fit fit,
    Interpolation interpolation,
    Softmaxes softmaxes,
    List<RankedScore> top,
    List<PrintedNumber> rawStart,
    String modelFile,
    String origin) {

  public AnswerRecord {
    top = List.copyOf(top);
    rawStart = List.copyOf(rawStart);
  }

  /** Whether it states numbers, and not only an order. */
  public boolean hasScores() {
    return !rawStart.isEmpty() || top.stream().anyMatch(rank -> rank.score().isPresent());
  }
}
