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
      boolean all) {
    Page page = new Page();
    String kind = file.format().equals("bin") ? "compiled model file" : "ONNX model file";
    page.heading("%s: %s, %,d bytes".formatted(file.path(), kind, file.bytes()));
    if (file.models().size() > 1) {
      page.heading("packed: " + file.models().size() + " models, choose one by name");
    }
    for (InspectedModel model : file.models()) {
      model(page, model, all);
      metadata.ifPresent(
          stated -> metadata(page, file, MetadataComparison.of(stated, file, model)));
      views.getOrDefault(model, List.of()).forEach(view -> view(page, model, view));
    }
    return page.toString();
  }

  private static String simulated(String runtime) {
    return runtime.equals(SimulatorRuntime.NAME)
        ? " (simulated by the vendor's program)"
        : " (stand-in, simulated)";
  }

  private static void model(Page page, InspectedModel model, boolean all) {
    if (model instanceof CompiledModel compiled) {
      CompiledModelPage.write(page, compiled, all);
    } else if (model instanceof OnnxModel onnx) {
      OnnxModelPage.write(page, onnx.file(), all);
    }
  }

  private static void metadata(Page page, InspectedFile file, List<MetadataComparison.Row> rows) {
    page.heading("  as " + ModelMetadata.fileFor(file.path()).getFileName() + " states it");
    page.columns(
        "file",
        "metadata",
        rows.stream()
            .map(row -> new Page.Row(row.key(), row.file(), row.metadata(), row.differs()))
            .toList());
  }

  private static void view(Page page, InspectedModel model, RuntimeView view) {
    Optional<ModelInfo> info = view.info();
    if (info.isEmpty()) {
      page.heading("  runtime " + view.runtime() + " cannot load it: " + view.reason());
      return;
    }
    String simulated = info.get().simulated() ? simulated(view.runtime()) : "";
    page.heading("  as runtime " + view.runtime() + " loads it" + simulated);
    page.columns(
        "file",
        view.runtime(),
        RuntimeComparison.of(model, info.get()).stream()
            .map(
                row ->
                    new Page.Row(
                        row.tensor() + " " + row.property(),
                        row.file(),
                        row.runtime(),
                        row.differs()))
            .toList());
    info.get().details().forEach((key, value) -> page.heading("    " + key + ": " + value));
  }
}
