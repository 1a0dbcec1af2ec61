// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.models.Disagreement;
import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.PublishedFigures;
import io.github.bpu4j.models.PublishedFile;
import io.github.bpu4j.models.PublishedInput;
import io.github.bpu4j.models.ZooModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** All facts about one model, in lines. */
final class ModelPage {
  private static final int LABEL = 22;

  private final StringBuilder text = new StringBuilder();
  private final Texts texts;

  private ModelPage(Texts texts) {
    this.texts = texts;
  }

  static String of(ZooModel model, String url, Optional<Path> file, Texts texts) {
    ModelPage page = new ModelPage(texts);
    page.text.append(model.name()).append(System.lineSeparator());
    page.line(Text.of("models.show.family", "family"), model.family());
    page.line(Text.of("models.show.url", "published at"), url);
    page.line(Text.of("models.show.license", "license"), model.license());
    page.file(model.file());
    page.input(model);
    page.figures(model.figures());
    page.line(
        Text.of("models.show.facts", "facts from"), ModelZoo.REPOSITORY + ", " + model.source());
    for (Disagreement each : model.disagreements()) {
      page.line(Text.of("models.show.disagreement", "disagreement"), each.toString());
    }
    page.line(
        Text.of("models.show.file", "file"),
        file.map(Path::toString)
            .orElseGet(
                () ->
                    texts.text(
                        "models.show.not-fetched",
                        "not fetched; run: bpu4j models get %s",
                        model.name())));
    return page.text.toString();
  }

  private void file(PublishedFile file) {
    line(
        Text.of("models.show.bytes", "bytes"),
        file.bytes().isPresent() ? "" + file.bytes().getAsLong() : notPublished());
    line(
        Text.of("models.show.sha256", "sha256"),
        file.sha256()
            .map(hash -> hash + ", " + file.sha256Source())
            .orElseGet(
                () ->
                    texts.text("models.show.recorded", "not published; recorded at first fetch")));
  }

  private void input(ZooModel model) {
    PublishedInput input = model.input();
    line(
        Text.of("models.show.input", "input"),
        "%s %dx%d".formatted(input.format(), input.width(), input.height()));
    String fit = input.fit() + ", " + input.interpolation();
    line(
        Text.of("models.show.pictures", "pictures"),
        input.notebook()
            ? texts.text("models.show.asNotebook", "%s, as in the notebook", fit)
            : fit);
    line(
        Text.of("models.show.sample", "sample"),
        texts.text(
            "models.show.sample.range",
            "%s, %s, range VIDEO",
            input.sampleFit(),
            input.sampleInterpolation()));
    line(
        Text.of("models.show.classes", "classes"),
        texts.text(
            "models.show.labels",
            "%d, labels %s",
            model.scores().classes(),
            model.scores().labels()));
    line(Text.of("models.show.transform", "transform"), model.scores().transform().name());
  }

  private void figures(PublishedFigures figures) {
    line(
        Text.of("models.show.parameters", "parameters"),
        figure(
            figures.paramsM(),
            value -> texts.text("models.show.million", "%s million (published)", value)));
    line(Text.of("models.show.float", "top-1, float"), figure(figures.floatTop1(), this::percent));
    line(
        Text.of("models.show.board", "top-1, board"),
        figure(figures.quantizedTop1(), this::percent));
    line(
        Text.of("models.show.latency1", "latency, 1 thread"),
        figure(figures.latency1ThreadMs(), this::millis));
    line(
        Text.of("models.show.latency4", "latency, 4 threads"),
        figure(figures.latency4ThreadsMs(), this::millis));
    line(
        Text.of("models.show.fps", "FPS, 4 threads"),
        figure(
            figures.fps4Threads(),
            value -> texts.text("models.show.rate", "%s (published)", value)));
  }

  private String percent(double value) {
    return texts.text("models.show.percent", "%s %% (published)", value);
  }

  private String millis(double value) {
    return texts.text("models.show.millis", "%s ms (published)", value);
  }

  private String figure(OptionalDouble figure, DoubleFunction<String> shown) {
    return figure.isPresent() ? shown.apply(figure.getAsDouble()) : notPublished();
  }

  private String notPublished() {
    return texts.text("models.show.not-published", "not published");
  }

  private void line(Text name, String value) {
    text.append(TerminalText.pad("  " + texts.text(name) + ":", LABEL))
        .append(value)
        .append(System.lineSeparator());
  }
}
