// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.page;

import io.github.bpu4j.cli.info.model.Notation;
import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.OutputDescription;
import java.util.Collections;

/** Shows an output, the same way for both kinds of file. */
final class OutputPage {
  private OutputPage() {}

  static void write(Page page, OutputDescription output) {
    page.heading("  output " + output.name());
    page.row("  type", output.type() + ", shape " + Notation.shape(output.shape()));
    if (output.classes().isPresent()) {
      page.row("  classes", output.classes().getAsInt() + " classes");
    }
    page.row("  scores", scores(output));
    if (!output.scales().isEmpty()) {
      page.row("  scales", scales(output));
    }
  }

  private static String scores(OutputDescription output) {
    if (output.endsInSoftmax()) {
      return "probabilities: the graph ends in a softmax";
    }
    return output
        .lastOperator()
        .map(last -> "no softmax found; the last operator is " + last.type())
        .orElse("unknown");
  }

  private static String scales(OutputDescription output) {
    boolean applied = output.type() == ElementType.FLOAT32;
    return "%d, %s..%s, %s"
        .formatted(
            output.scales().size(),
            Collections.min(output.scales()),
            Collections.max(output.scales()),
            applied ? "applied by the model" : "the caller must apply them");
  }
}
