// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.page;

import io.github.bpu4j.cli.info.model.Notation;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.OutputDescription;
import java.util.Collections;

/** Shows an output, the same way for both kinds of file. */
final class OutputPage {
  private OutputPage() {}

  static void write(Page page, OutputDescription output) {
    page.heading(Text.of("info.output", "  output %s", output.name()));
    page.inner(
        Text.of("info.type", "type"),
        Text.of("info.type.shape", "%s, shape %s", output.type(), Notation.shape(output.shape())));
    if (output.classes().isPresent()) {
      page.inner(
          Text.of("info.classes", "classes"),
          Text.of("info.classes.count", "%d classes", output.classes().getAsInt()));
    }
    page.inner(Text.of("info.scores", "scores"), scores(output));
    if (!output.scales().isEmpty()) {
      page.inner(Text.of("info.scales", "scales"), scales(output));
    }
  }

  private static Text scores(OutputDescription output) {
    if (output.endsInSoftmax()) {
      return Text.of("info.probabilities", "probabilities: the graph ends in a softmax");
    }
    return output
        .lastOperator()
        .map(
            last ->
                Text.of(
                    "info.no-softmax", "no softmax found; the last operator is %s", last.type()))
        .orElse(Text.of("info.unknown", "unknown"));
  }

  private static Text scales(OutputDescription output) {
    return Text.of(
        "info.scales.range",
        "%d, %s..%s, %s",
        output.scales().size(),
        Collections.min(output.scales()),
        Collections.max(output.scales()),
        output.type() == ElementType.FLOAT32
            ? Text.of("info.scales.applied", "applied by the model")
            : Text.of("info.scales.caller", "the caller must apply them"));
  }
}
