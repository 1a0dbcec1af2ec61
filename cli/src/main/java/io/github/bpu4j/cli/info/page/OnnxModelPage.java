// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.page;

import io.github.bpu4j.cli.info.model.Notation;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.modelfile.OnnxFile;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows the model of an .onnx file. */
final class OnnxModelPage {
  private OnnxModelPage() {}

  static void write(Page page, OnnxFile file, boolean all) {
    page.heading(Text.of("info.model", "model %s", file.graphName()));
    page.row(
        Text.of("info.producer", "written by"),
        file.producer().isEmpty() ? Text.of("info.not-given", "not given") : file.producer());
    page.row(
        Text.of("info.format", "format"),
        "IR version " + file.irVersion() + ", opset " + opsets(file));
    page.row(Text.of("info.nodes", "nodes"), file.nodes());
    for (OnnxFile.Input input : file.inputs()) {
      page.heading(Text.of("info.input", "  input %s", input.name()));
      page.inner(
          Text.of("info.type", "type"),
          Text.of("info.type.shape", "%s, shape %s", input.type(), Notation.shape(input.shape())));
    }
    file.outputs().forEach(output -> OutputPage.write(page, output));
    if (all && !file.metadata().isEmpty()) {
      page.heading(Text.of("info.metadata", "  metadata"));
      file.metadata().forEach((key, value) -> page.line("    " + key + " = " + value));
    }
  }

  private static String opsets(OnnxFile file) {
    return new TreeMap<>(file.opsets())
        .entrySet().stream()
            .map(set -> set.getKey() + " " + set.getValue())
            .collect(Collectors.joining(", "));
  }
}
