// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.models.PublishedFigures;
import io.github.bpu4j.models.ZooModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Models as lines of a table. */
final class ModelsTable {
  private static final String NONE = "-";

  /** Columns of each cell; the first are aligned left, the numbers right. */
  private static final List<Integer> WIDTHS = List.of(25, 18, 8, 8, 8, 8, 9, 9, 0);

  private static final int LEFT = 3;

  private ModelsTable() {}

  static String heading(Texts texts) {
    return line(
        texts.text("models.name", "NAME"),
        texts.text("models.family", "FAMILY"),
        texts.text("models.input", "INPUT"),
        texts.text("models.params", "PARAMS"),
        texts.text("models.float", "FLOAT"),
        texts.text("models.board", "BOARD"),
        texts.text("models.latency", "LATENCY"),
        "FPS",
        "");
  }

  static String row(ZooModel model, Optional<Path> file, Texts texts) {
    PublishedFigures figures = model.figures();
    return line(
        model.name() + (model.disagreements().isEmpty() ? "" : " *"),
        model.family(),
        model.input().width() + "x" + model.input().height(),
        number("%.2f M", figures.paramsM()),
        number("%.2f", figures.floatTop1()),
        number("%.2f", figures.quantizedTop1()),
        number("%.2f ms", figures.latency1ThreadMs()),
        number("%.1f", figures.fps4Threads()),
        file.isPresent() ? "  " + texts.text("models.fetched", "fetched") : "");
  }

  static String footer(Texts texts) {
    return texts.text(
        "models.footer",
        """
        Figures as D-Robotics publishes them, not measured by this project: millions of parameters, top-1
        accuracy in percent of the float model and on the board, latency with 1 thread, FPS with 4 threads.
        *: its pages disagree, see 'bpu4j models show NAME'.
        """);
  }

  private static String number(String format, OptionalDouble number) {
    return number.isPresent() ? String.format(Locale.ROOT, format, number.getAsDouble()) : NONE;
  }

  private static String line(String... cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      int width = WIDTHS.get(i);
      line.append(
          i < LEFT ? TerminalText.pad(cells[i], width) : TerminalText.padStart(cells[i], width));
    }
    return line.toString().stripTrailing() + System.lineSeparator();
  }
}
