// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.page;

import io.github.bpu4j.cli.info.model.Notation;
import io.github.bpu4j.modelfile.OnnxFile;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows the model of an .onnx file. */
final class OnnxModelPage {
  private OnnxModelPage() {}

  static void write(Page page, OnnxFile file, boolean all) {
    page.heading("model " + file.graphName());
    page.row("written by", file.producer().isEmpty() ? "not given" : file.producer());
    page.row("format", "IR version " + file.irVersion() + ", opset " + opsets(file));
    page.row("nodes", Integer.toString(file.nodes()));
    for (OnnxFile.Input input : file.inputs()) {
      page.heading("  input " + input.name());
      page.row("  type", input.type() + ", shape " + Notation.shape(input.shape()));
    }
    file.outputs().forEach(output -> OutputPage.write(page, output));
    if (all && !file.metadata().isEmpty()) {
      page.heading("  metadata");
      file.metadata().forEach((key, value) -> page.heading("    " + key + " = " + value));
    }
  }

  private static String opsets(OnnxFile file) {
    return new TreeMap<>(file.opsets())
        .entrySet().stream()
            .map(set -> set.getKey() + " " + set.getValue())
            .collect(Collectors.joining(", "));
  }
}
