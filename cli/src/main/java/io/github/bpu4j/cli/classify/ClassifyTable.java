// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.StandardInput;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.io.TerminalWidth;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.runtime.simulator.SimulatorRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a table: one row per class, with the picture and its time on the first. */
final class ClassifyTable implements ClassifyReport {
  private final Streams streams;
  private final Texts texts;
  private final String simulated;
  private final int widestPath;
  private @Nullable TableLayout layout;

  /**
   * Creates an empty table.
   *
   * @param items all pictures of the run; they determine the width of the first column
   */
  ClassifyTable(Streams streams, List<PictureFiles.Item> items) {
    this.streams = streams;
    texts = streams.texts();
    simulated = "  " + texts.text("classify.simulated", "simulated");
    widestPath =
        items.stream()
            .mapToInt(item -> TerminalText.columns(TerminalText.printable(item.path().toString())))
            .max()
            .orElse(0);
  }

  @Override
  public void result(Path picture, ClassificationResult result, @Nullable Path annotated)
      throws ResultsClosedException {
    StringBuilder rows = new StringBuilder();
    TableLayout columns = layout;
    if (columns == null) {
      int width = TerminalWidth.columns(streams);
      width -= result.simulated() ? TerminalText.columns(simulated) : 0;
      columns = TableLayout.of(width, widestPath);
      layout = columns;
      rows.append(caption(result)).append(columns.heading(texts));
    }
    String mark = result.simulated() ? simulated : "";
    String time = millis(result.timings().totalNanos());
    if (result.categories().isEmpty()) {
      String none = texts.text("classify.none", "no class reaches the threshold");
      rows.append(columns.row(picture.toString(), "-", none, "-", time + mark));
    }
    String name = picture.toString();
    for (Category category : result.categories()) {
      String score = String.format(Locale.ROOT, "%.6f", category.score());
      String index = Integer.toString(category.index());
      rows.append(columns.row(name, index, category.displayName(), score, time + mark));
      name = "";
      time = " ".repeat(time.length());
    }
    streams.result(rows.toString());
  }

  @Override
  public void failure(Path picture, Exception failure) {
    String name = StandardInput.isNamedBy(picture) ? StandardInput.NAME : picture.toString();
    String text = Failures.text(failure);
    String reason = text.startsWith(name) ? text.substring(name.length()) : ": " + text;
    streams.message(TerminalText.printable(name + reason));
  }

  private String caption(ClassificationResult result) {
    String caption =
        texts.text(
            "classify.caption",
            "Model %s on runtime %s, pixels in %s, %s",
            TerminalText.printable(result.model()),
            result.runtime(),
            inWords(result.range()),
            inWords(result.transform()));
    String warning = result.simulated() ? warning(result) + System.lineSeparator() : "";
    return caption + System.lineSeparator() + warning;
  }

  private String warning(ClassificationResult result) {
    return result.runtime().equals(SimulatorRuntime.NAME)
        ? texts.text(
            "classify.simulator",
            "SIMULATED: the vendor's simulator computed the BPU's integers; times are not a"
                + " board's")
        : texts.text(
            "classify.stand-in",
            "SIMULATED: these answers come from a stand-in; no network ran on hardware");
  }

  private static Text inWords(YuvRange range) {
    return range == YuvRange.FULL
        ? Text.of("classify.range.full", "full range")
        : Text.of("classify.range.video", "video range");
  }

  private static Text inWords(ScoreTransform transform) {
    return switch (transform) {
      case SOFTMAX -> Text.of("classify.softmax", "scores from softmax");
      case SIGMOID -> Text.of("classify.sigmoid", "scores from sigmoid");
      case NONE, AUTO -> Text.of("classify.as-given", "scores as the model gives them");
    };
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%6.1f ms", nanos / 1e6);
  }
}
