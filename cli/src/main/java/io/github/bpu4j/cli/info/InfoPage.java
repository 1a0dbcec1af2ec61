// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info;

import io.github.bpu4j.api.spi.ModelInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model file as a page for people. */
final class InfoPage {
  private InfoPage() {}

  static String of(InspectedFile file, Map<InspectedModel, List<RuntimeView>> views, boolean all) {
    Page page = new Page();
    String kind = file.format().equals("bin") ? "compiled model file" : "ONNX model file";
    page.heading("%s: %s, %,d bytes".formatted(file.path(), kind, file.bytes()));
    if (file.models().size() > 1) {
      page.heading("packed: " + file.models().size() + " models, to be chosen by name");
    }
    for (InspectedModel model : file.models()) {
      model.writeTo(page, all);
      views.getOrDefault(model, List.of()).forEach(view -> view(page, model, view));
    }
    return page.toString();
  }

  private static void view(Page page, InspectedModel model, RuntimeView view) {
    Optional<ModelInfo> info = view.info();
    if (info.isEmpty()) {
      page.heading("  runtime " + view.runtime() + " does not load it: " + view.reason());
      return;
    }
    String simulated = info.get().simulated() ? " (a stand-in: simulated)" : "";
    page.heading("  as runtime " + view.runtime() + " loads it" + simulated);
    page.columns("file", view.runtime(), RuntimeComparison.of(model, info.get()));
    info.get().details().forEach((key, value) -> page.heading("    " + key + ": " + value));
  }
}
