// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import io.github.bpu4j.cli.selftest.record.RankedScore;
import io.github.bpu4j.cli.selftest.verdict.Cause;
import io.github.bpu4j.cli.selftest.verdict.Verdict;
import io.github.bpu4j.runtime.bpu.BpuProbe;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Replays recorded answers with one runtime. */
public final class Replay {
  private final BpuRuntime runtime;
  private final Player player;
  private final Function<AnswerRecord, Feed> reading;

  /**
   * Prepares replays.
   *
   * @param reading how a record is fed, {@link Feed#of}; a test may pass one that is wrong
   */
  public Replay(BpuRuntime runtime, Function<AnswerRecord, Feed> reading) {
    this.runtime = runtime;
    this.player = new Player(runtime);
    this.reading = reading;
  }

  /** Runs one case, and further runs if it differs, to tell why. */
  public ReplayResult run(ReplayCase wanted, Path model, Path picture) {
    Answer answer;
    try {
      answer = player.play(model, picture, reading.apply(wanted.first()));
    } catch (ClassifierException | IOException e) {
      Optional<Cause> cause =
          shapeIsMisordered(model) ? Optional.of(Cause.SHAPE_ORDER) : Optional.empty();
      return new ReplayResult(wanted, Verdict.FAILED, cause, Failures.text(e));
    }
    for (AnswerRecord row : wanted.records()) {
      if (Comparison.matches(row, answer)) {
        return new ReplayResult(wanted, Verdict.SAME, Optional.empty(), same(row, answer));
      }
    }
    String difference =
        new Comparison(wanted.first(), answer).difference().orElse("not as recorded");
    Diagnosis diagnosis = new Diagnosis(player, model, picture, wanted, answer);
    return new ReplayResult(wanted, Verdict.DIFFERS, Optional.of(diagnosis.cause()), difference);
  }

  private static String same(AnswerRecord row, Answer answer) {
    RankedScore best = row.top().get(0);
    return "class %d has %s, recorded %s"
        .formatted(
            best.index(),
            answer.scores().get(best.index()),
            best.score().map(Object::toString).orElse("as the best"));
  }

  /** Whether the library tells a shape whose order contradicts its layout. */
  private boolean shapeIsMisordered(Path model) {
    try {
      TensorInfo input = BpuProbe.tensors(runtime, model, LoadOptions.defaults()).inputs().get(0);
      List<Integer> shape = input.validShape();
      return shape.size() == 4
          && input.layout() == TensorLayout.NCHW
          && shape.get(1) != 3
          && shape.get(3) == 3;
    } catch (ClassifierException e) {
      return false;
    }
  }
}
