// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.theme.XChartTheme;

/** Plots figures that are hard to read in a table; all are simulated and marked as such. */
final class Plots {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 420;

  private final Map<String, Table> tables;
  private final Path folder;

  Plots(Map<String, Table> tables, Path folder) {
    this.tables = tables;
    this.folder = folder;
  }

  void draw() throws IOException {
    Files.createDirectories(folder);
    if (tables.containsKey("saturation")) {
      drawSaturation(tables.get("saturation"));
    }
    if (tables.containsKey("growth-in-flight")) {
      drawLatency(tables.get("growth-in-flight"));
    }
    if (tables.containsKey("growth-classes")) {
      drawClasses(tables.get("growth-classes"));
    }
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

  private void save(XYChart chart, String name) throws IOException {
    BitmapEncoder.saveBitmap(
        chart, folder.resolve(name).toString(), BitmapEncoder.BitmapFormat.PNG);
  }
}
