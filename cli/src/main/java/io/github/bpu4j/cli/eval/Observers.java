// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.evaluation.EvaluatedPicture;
import io.github.bpu4j.evaluation.EvaluationObserver;
import io.github.bpu4j.evaluation.EvaluationRun;
import java.util.List;

/** Several observers of one evaluation, told in this order. */
record Observers(List<EvaluationObserver> all) implements EvaluationObserver {
  @Override
  public void checked(EvaluationRun run) {
    all.forEach(each -> each.checked(run));
  }

  @Override
  public void resumed(long pictures) {
    all.forEach(each -> each.resumed(pictures));
  }

  @Override
  public void evaluated(EvaluatedPicture picture) {
    all.forEach(each -> each.evaluated(picture));
  }
}
