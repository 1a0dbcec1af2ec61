// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.Histogram;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a run: latency over time at the top, a histogram of latencies below. */
final class LatencyPlot {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 450;
  private static final int MAX_POINTS = 20_000;
  private static final int BINS = 60;
  private static final double SHOWN_PART = 0.995;

  private LatencyPlot() {}

  static BufferedImage draw(PerfReport report) {
    BufferedImage picture = new BufferedImage(WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    paint(overTime(report), graphics);
    graphics.translate(0, HEIGHT);
    paint(histogram(report), graphics);
    graphics.dispose();
    return picture;
  }

  private static void paint(Chart<?, ?> chart, Graphics2D graphics) {
    chart.paint(graphics, WIDTH, HEIGHT);
  }

  private static XYChart overTime(PerfReport report) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title(report))
            .xAxisTitle("seconds since the start")
            .yAxisTitle("latency, ms")
            .build();
    Measurement run = report.run();
    int step = Math.max(1, run.answered() / MAX_POINTS);
    int[] shown = IntStream.range(0, run.answered()).filter(i -> i % step == 0).toArray();
    double[] seconds = IntStream.of(shown).mapToDouble(run::secondsAt).toArray();
    double[] millis = IntStream.of(shown).mapToDouble(run::millisAt).toArray();
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setMarkerSize(4);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setYAxisMin(0.0);
    chart.addSeries("latency", seconds, millis).setMarker(SeriesMarkers.CIRCLE);
    return chart;
  }

  private static CategoryChart histogram(PerfReport report) {
    Latencies latencies = report.latencies();
    double longest = latencies.percentile(SHOWN_PART) / 1e6;
    double shortest = latencies.min() / 1e6;
    double top = longest > shortest ? longest : shortest + 1;
    List<Double> millis = latencies.millis().filter(time -> time <= longest).boxed().toList();
    Histogram counts = new Histogram(millis, BINS, shortest, top);
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(
                String.format(
                    Locale.ROOT,
                    "p50 %.3f ms, p90 %.3f, p99 %.3f, max %.3f (the longest 0.5 %% are not shown)",
                    latencies.percentile(0.5) / 1e6,
                    latencies.percentile(0.9) / 1e6,
                    latencies.percentile(0.99) / 1e6,
                    latencies.max() / 1e6))
            .xAxisTitle("latency, ms")
            .yAxisTitle("pictures")
            .build();
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setAvailableSpaceFill(0.98);
    chart.getStyler().setXAxisMaxLabelCount(12);
    chart.getStyler().setDecimalPattern("0.##");
    chart.addSeries("pictures", counts.getxAxisData(), counts.getyAxisData());
    return chart;
  }

  private static String title(PerfReport report) {
    return String.format(
        Locale.ROOT,
        "%s%s on %s, %d threads: %.1f FPS, average %.3f ms",
        report.model().simulated() ? "SIMULATED - " : "",
        report.model().name(),
        report.model().runtime(),
        report.threads(),
        report.run().framesPerSecond(),
        report.latencies().average() / 1e6);
  }
}
