// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.models.Disagreement;
import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.PublishedFigures;
import io.github.bpu4j.models.PublishedInput;
import io.github.bpu4j.models.ZooModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** All facts about one model, in lines. */
final class ModelPage {
  private final StringBuilder text = new StringBuilder();

  private ModelPage() {}

  static String of(ZooModel model, String url, Optional<Path> file) {
    ModelPage page = new ModelPage();
    page.text.append(model.name()).append(System.lineSeparator());
    page.line("family", model.family());
    page.line("published at", url);
    page.line("license", model.license());
    page.line(
        "bytes",
        model.file().bytes().isPresent() ? "" + model.file().bytes().getAsLong() : "not published");
    page.line(
        "sha256",
        model
            .file()
            .sha256()
            .map(hash -> hash + ", " + model.file().sha256Source())
            .orElse("not published; recorded at first fetch"));
    page.input(model);
    page.figures(model.figures());
    page.line("facts from", ModelZoo.REPOSITORY + ", " + model.source());
    for (Disagreement each : model.disagreements()) {
      page.line("disagreement", each.toString());
    }
    page.line(
        "file",
        file.map(Path::toString).orElse("not fetched; run: bpu4j models get " + model.name()));
    return page.text.toString();
  }

  private void input(ZooModel model) {
    PublishedInput input = model.input();
    line("input", "%s %dx%d".formatted(input.format(), input.width(), input.height()));
    line(
        "pictures",
        input.fit()
            + ", "
            + input.interpolation()
            + (input.notebook() ? ", as in the notebook" : ""));
    line("sample", "%s, %s, range VIDEO".formatted(input.sampleFit(), input.sampleInterpolation()));
    line("classes", model.scores().classes() + ", labels " + model.scores().labels());
    line("transform", model.scores().transform().name());
  }

  private void figures(PublishedFigures figures) {
    figure("parameters", figures.paramsM(), " million");
    figure("top-1, float", figures.floatTop1(), " %");
    figure("top-1, board", figures.quantizedTop1(), " %");
    figure("latency, 1 thread", figures.latency1ThreadMs(), " ms");
    figure("latency, 4 threads", figures.latency4ThreadsMs(), " ms");
    figure("FPS, 4 threads", figures.fps4Threads(), "");
  }

  private void figure(String name, OptionalDouble figure, String unit) {
    line(name, figure.isPresent() ? figure.getAsDouble() + unit + " (published)" : "not published");
  }

  private void line(String name, String value) {
    text.append("  %-20s".formatted(name + ":")).append(value).append(System.lineSeparator());
  }
}
