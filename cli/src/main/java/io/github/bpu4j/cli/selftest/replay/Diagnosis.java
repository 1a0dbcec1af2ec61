// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.verdict.Cause;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Finds out why an answer is not as recorded: the run is repeated with one thing changed, and the
 * change that meets the record names the mistake.
 */
final class Diagnosis {
  private final Player player;
  private final Path model;
  private final Path picture;
  private final ReplayCase wanted;
  private final Answer answer;
  private final Feed right;

  Diagnosis(Player player, Path model, Path picture, ReplayCase wanted, Answer answer) {
    this.player = player;
    this.model = model;
    this.picture = picture;
    this.wanted = wanted;
    this.answer = answer;
    this.right = Feed.of(wanted.first());
  }

  Cause cause() {
    if (answer.range() != YuvRange.VIDEO && meets(right)) {
      return Cause.FULL_FED;
    }
    if (wanted.records().stream().anyMatch(this::stepsOver)) {
      return Cause.OUTPUT_STRIDE;
    }
    if (right.transform() == ScoreTransform.SOFTMAX
        && meets(right.withTransform(ScoreTransform.NONE))) {
      return Cause.SOFTMAX_TOO_OFTEN;
    }
    if (right.transform() == ScoreTransform.NONE
        && meets(right.withTransform(ScoreTransform.SOFTMAX))) {
      return Cause.SOFTMAX_MISSING;
    }
    if (anotherOutputMeets()) {
      return Cause.OUTPUTS_SWAPPED;
    }
    if (meets(right.withRange(YuvRange.FULL))) {
      return Cause.FULL_EXPECTED;
    }
    boolean close =
        wanted.records().stream().anyMatch(row -> new Comparison(row, answer).isClose());
    return close ? Cause.OTHER_BUILD : Cause.WRONG_SCORES;
  }

  private boolean stepsOver(AnswerRecord row) {
    return StrideCheck.step(row, answer.raw()).isPresent();
  }

  private boolean anotherOutputMeets() {
    return answer.model().outputs().stream()
        .skip(1)
        .map(TensorInfo::name)
        .anyMatch(name -> meets(right.withOutput(name)));
  }

  /** A run that fails does not meet the record: such as an output that holds no class scores. */
  private boolean meets(Feed changed) {
    try {
      Answer other = player.play(model, picture, changed);
      return wanted.records().stream().anyMatch(row -> Comparison.matches(row, other));
    } catch (ClassifierException | IOException e) {
      return false;
    }
  }
}
