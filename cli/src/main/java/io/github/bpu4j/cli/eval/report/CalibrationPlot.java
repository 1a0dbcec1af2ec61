// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.CalibrationBin;
import java.util.Locale;

/** Draws how often answers of a confidence were right: on the diagonal they are calibrated. */
final class CalibrationPlot {
  private static final int SIDE = 300;
  private static final int LEFT = 42;
  private static final int TOP = 8;
  private static final int BOTTOM = 26;
  private static final int TICKS = 5;

  private CalibrationPlot() {}

  /** An SVG element; numbers only, so that nothing in it needs escaping. */
  static String svg(Accuracy accuracy) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg class=\"plot\" viewBox=\"0 0 %d %d\" width=\"%1$d\" height=\"%2$d\""
                + " role=\"img\" font-size=\"11\" fill=\"currentColor\">",
            LEFT + SIDE + 12, TOP + SIDE + BOTTOM));
    for (int i = 0; i <= TICKS; i++) {
      tick(svg, i / (double) TICKS);
    }
    for (CalibrationBin bin : accuracy.calibration()) {
      if (bin.pictures() > 0) {
        bar(svg, bin);
      }
    }
    svg.append(line(0, 0, 1, 1, "stroke-dasharray=\"4 4\""));
    return svg.append("</svg>").toString();
  }

  private static void tick(StringBuilder svg, double value) {
    svg.append(line(0, value, 1, value, "opacity=\"0.2\""));
    svg.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%.0f %%</text>",
            LEFT - 4.0, y(value) + 4, 100 * value));
    svg.append(
        format(
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>",
            x(value), TOP + SIDE + 18, 100 * value));
  }

  private static void bar(StringBuilder svg, CalibrationBin bin) {
    double share = bin.accuracy().value();
    double from = bin.number() / (double) CalibrationBin.COUNT;
    svg.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"var(--bar)\""
                + " opacity=\"0.75\"><title>%d: %.1f %% / %.1f %%</title></rect>",
            x(from) + 1,
            y(share),
            SIDE / (double) CalibrationBin.COUNT - 2,
            Math.max(1, SIDE * share),
            bin.pictures(),
            100 * bin.meanConfidence(),
            100 * share));
    svg.append(
        format(
            "<path stroke=\"currentColor\" d=\"M%.1f %.1fV%.1f\"/>",
            x(bin.meanConfidence()), y(bin.accuracy().low()), y(bin.accuracy().high())));
  }

  private static String line(double x1, double y1, double x2, double y2, String style) {
    return format(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"currentColor\" %s/>",
        x(x1), y(y1), x(x2), y(y2), style);
  }

  private static double x(double value) {
    return LEFT + SIDE * value;
  }

  private static double y(double value) {
    return TOP + SIDE * (1 - value);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
