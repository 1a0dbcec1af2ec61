// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.page;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.cli.info.model.CompiledModel;
import io.github.bpu4j.cli.info.model.InspectedFile;
import io.github.bpu4j.cli.info.model.InspectedModel;
import io.github.bpu4j.cli.info.model.MetadataComparison;
import io.github.bpu4j.cli.info.model.OnnxModel;
import io.github.bpu4j.cli.info.model.RuntimeComparison;
import io.github.bpu4j.cli.info.model.RuntimeView;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.runtime.simulator.SimulatorRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Formats a model file as text. */
public final class InfoPage {
  private InfoPage() {}

  /** Formats the whole page. */
  public static String of(
      InspectedFile file,
      Map<InspectedModel, List<RuntimeView>> views,
      Optional<ModelMetadata> metadata,
      boolean all,
      Texts texts) {
    Page page = new Page(texts);
    Text kind =
        file.format().equals("bin")
            ? Text.of("info.compiled", "compiled model file")
            : Text.of("info.onnx", "ONNX model file");
    page.heading(Text.of("info.file", "%s: %s, %,d bytes", file.path(), kind, file.bytes()));
    if (file.models().size() > 1) {
      page.heading(
          Text.of("info.packed", "packed: %d models, choose one by name", file.models().size()));
    }
    for (InspectedModel model : file.models()) {
      model(page, model, all);
      metadata.ifPresent(
          stated -> metadata(page, file, MetadataComparison.of(stated, file, model)));
      views.getOrDefault(model, List.of()).forEach(view -> view(page, model, view));
    }
    return page.toString();
  }

  private static Text simulated(String runtime) {
    return runtime.equals(SimulatorRuntime.NAME)
        ? Text.of("info.simulator", " (simulated by the vendor's program)")
        : Text.of("info.stand-in", " (stand-in, simulated)");
  }

  private static void model(Page page, InspectedModel model, boolean all) {
    if (model instanceof CompiledModel compiled) {
      CompiledModelPage.write(page, compiled, all);
    } else if (model instanceof OnnxModel onnx) {
      OnnxModelPage.write(page, onnx.file(), all);
    }
  }

  private static void metadata(Page page, InspectedFile file, List<MetadataComparison.Row> rows) {
    page.heading(
        Text.of(
            "info.stated", "  as %s states it", ModelMetadata.fileFor(file.path()).getFileName()));
    page.columns(
        Text.of("info.column.file", "file"),
        Text.of("info.column.metadata", "metadata"),
        rows.stream()
            .map(row -> new Page.Row(row.key(), row.file(), row.metadata(), row.differs()))
            .toList());
  }

  private static void view(Page page, InspectedModel model, RuntimeView view) {
    Optional<ModelInfo> info = view.info();
    if (info.isEmpty()) {
      page.heading(
          Text.of(
              "info.unloadable", "  runtime %s cannot load it: %s", view.runtime(), view.reason()));
      return;
    }
    Object simulated = info.get().simulated() ? simulated(view.runtime()) : "";
    page.heading(Text.of("info.loaded", "  as runtime %s loads it%s", view.runtime(), simulated));
    page.columns(
        Text.of("info.column.file", "file"),
        Text.of("info.column.runtime", "%s", view.runtime()),
        RuntimeComparison.of(model, info.get()).stream()
            .map(
                row ->
                    new Page.Row(
                        row.tensor() + " " + row.property(),
                        row.file(),
                        row.runtime(),
                        row.differs()))
            .toList());
    info.get().details().forEach((key, value) -> page.line("    " + key + ": " + value));
  }
}
