// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.models.PublishedFigures;
import io.github.bpu4j.models.ZooModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Models as lines of a table. */
final class ModelsTable {
  private static final String NONE = "-";

  private ModelsTable() {}

  static String heading() {
    return line("NAME", "FAMILY", "INPUT", "PARAMS", "FLOAT", "BOARD", "LATENCY", "FPS", "");
  }

  static String row(ZooModel model, Optional<Path> file) {
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
        file.isPresent() ? "fetched" : "");
  }

  static String footer() {
    return """
    Figures as D-Robotics publishes them, not measured by this project: millions of parameters, top-1
    accuracy in percent of the float model and on the board, latency with 1 thread, FPS with 4 threads.
    *: its pages disagree, see 'bpu4j models show NAME'.
    """;
  }

  private static String number(String format, OptionalDouble number) {
    return number.isPresent() ? String.format(Locale.ROOT, format, number.getAsDouble()) : NONE;
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-25s%-18s%-8s%8s%8s%8s%9s%9s  %s", cells).stripTrailing()
        + System.lineSeparator();
  }
}
