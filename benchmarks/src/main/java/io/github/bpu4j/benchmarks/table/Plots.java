// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.knowm.xchart.style.theme.XChartTheme;

/** Plots of what is hard to read in a table; where the BPU is simulated, the title says so. */
final class Plots {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 420;

  private final Figures figures;
  private final Path folder;

  Plots(Figures figures, Path folder) {
    this.figures = figures;
    this.folder = folder;
  }

  void draw() throws IOException {
    Files.createDirectories(folder);
    drawSaturation(figures.of("saturation").table());
    drawLatency(figures.of("growth-in-flight").table());
    drawClasses(figures.of("growth-classes").table());
    drawPeers();
  }

  private void drawPeers() throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Time of this library / time of the peer: below 1 is faster (host)")
            .yAxisTitle("ratio of the rounds")
            .build();
    chart.getStyler().setTheme(new XChartTheme());
    chart.getStyler().setOverlapped(true).setXAxisLabelRotation(35);
    List<Bar> bars = Bar.of(figures);
    List<String> names = bars.stream().map(Bar::name).toList();
    chart.addSeries("median", names, bars.stream().map(Bar::ratio).toList());
    chart
        .addSeries("equal", names, Collections.nCopies(names.size(), 1.0))
        .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line)
        .setMarker(SeriesMarkers.NONE);
    chart
        .addSeries("lowest", names, bars.stream().map(Bar::lowest).toList())
        .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
    chart
        .addSeries("highest", names, bars.stream().map(Bar::highest).toList())
        .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
    save(chart, "performance-peers");
  }

  private void drawSaturation(Table table) throws IOException {
    XYChart chart =
        chart("Throughput, 2.228 ms per picture (simulated)", "in flight", "pictures per second");
    String service = TableRecorder.text(StandIn.SERVICE_MS);
    List<String> pictures = table.rows().stream().map(row -> row.get(0)).distinct().toList();
    for (String picture : pictures) {
      Table rows = table.where(picture, "sync", service);
      List<Double> inFlight = rows.numbers("in flight");
      if (picture.equals(pictures.get(0))) {
        chart.addSeries("the stand-in's own ceiling", inFlight, rows.numbers("ceiling fps"));
      }
      chart.addSeries(picture, inFlight, rows.numbers("fps"));
    }
    save(chart, "performance-saturation");
  }

  private void drawLatency(Table table) throws IOException {
    XYChart chart =
        chart("Latency, NV12 224x224, 2.228 ms per picture (simulated)", "in flight", "ms");
    for (String column : List.of("p50 ms", "p99 ms", "longest ms")) {
      chart.addSeries(column.replace(" ms", ""), table.numbers("in flight"), table.numbers(column));
    }
    save(chart, "performance-latency");
  }

  private void drawClasses(Table table) throws IOException {
    XYChart chart = chart("Reading and ranking scores", "classes", "us");
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.addSeries("postprocess", table.numbers("classes"), table.numbers("postprocess us"));
    save(chart, "performance-classes");
  }

  private static XYChart chart(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart.getStyler().setTheme(new XChartTheme());
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    return chart;
  }

  private void save(Chart<?, ?> chart, String name) throws IOException {
    BitmapEncoder.saveBitmap(
        chart, folder.resolve(name).toString(), BitmapEncoder.BitmapFormat.PNG);
  }
}
