// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import io.github.bpu4j.evaluation.EvaluationResult;
import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.compare.GridResult;
import io.github.bpu4j.evaluation.compare.ModelComparison;
import java.util.Optional;

/**
 * All that one run of the command has found.
 *
 * @param result of the model
 * @param comparison with another, if asked for
 * @param grid of ways to convert pictures, if asked for
 */
public record Findings(
    EvaluationResult result, Optional<Compared> comparison, Optional<GridResult> grid) {
  /**
   * A comparison and what was compared with.
   *
   * @param second what answered beside the model
   * @param comparison of the two
   */
  public record Compared(EvaluationSettings second, ModelComparison comparison) {}
}
