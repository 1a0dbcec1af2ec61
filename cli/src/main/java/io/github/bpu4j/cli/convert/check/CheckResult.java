// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.evaluation.compare.ModelComparison;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison of a compiled file with its network found.
 *
 * @param run what was compared
 * @param verdict what it means
 * @param comparison agreement and differences of the scores
 * @param cosine mean cosine of the centered logits
 * @param otherRange the same with pixels of the other color range
 * @param coarse whether the compiled file's scores come in steps too coarse for the cosine
 * @param replays what mistakes would have answered
 * @param hint that both sides may be wrong
 */
record CheckResult(
    CheckRun run,
    Verdict verdict,
    ModelComparison comparison,
    double cosine,
    double otherRange,
    boolean coarse,
    List<Replay> replays,
    Optional<Text> hint) {
  CheckResult {
    replays = List.copyOf(replays);
  }
}
