// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The ten numbers that a reader looks at first.
 *
 * @param what is measured
 * @param figure where it is: the table, the column, then the key of the row
 * @param unit behind the number
 * @param beside what to compare it with
 * @param place where it was measured
 */
record Headline(String what, List<String> figure, String unit, String beside, String place) {
  private static final String SIMULATED = "simulated BPU";
  private static final String HOST = "host";
  private static final String RATIO = "bpu4j / peer";

  private static final List<Headline> ALL =
      List.of(
          new Headline(
              "ResNet18, four pictures in flight",
              List.of("saturation", "fps", "NV12 224x224", "sync", "2.228", "4"),
              "pictures/s",
              "448.79 pictures/s, the vendor's figure",
              SIMULATED),
          new Headline(
              "ResNet18, one picture at a time",
              List.of("saturation", "mean ms", "NV12 224x224", "sync", "2.228", "1"),
              "ms",
              "2.95 ms, the vendor's figure",
              SIMULATED),
          new Headline(
              "CPU time for each 1080p camera frame",
              List.of("cores", "CPU ms per picture", "NV12 1920x1080"),
              "ms",
              "2.228 ms on the BPU, from the vendor's figure",
              HOST),
          ratio("a native inference", "calls", "the same calls in C", "infer, ns"),
          ratio("an answer on a CPU", "peers", "ONNX Runtime's own Java API", Peers.CLASSIFY),
          ratio("a JPEG of 500x344 to NV12", "jpeg", "OpenCV", Pixels.TO_NV12, "500x344"),
          ratio("a JPEG of 1920x1080 to NV12", "jpeg", "OpenCV", Pixels.TO_NV12, "1920x1080"),
          ratio("a JPEG of 4000x3000 to NV12", "jpeg", "OpenCV", Pixels.TO_NV12, "4000x3000"),
          ratio("the first answer of a process", "djl", "DJL", Djl.FIRST),
          new Headline(
              "heap that classifying a camera frame allocates",
              List.of("calls", "bytes allocated", "classifyFrame, ns"),
              "bytes",
              "no peer",
              HOST));

  private static Headline ratio(String what, String table, String peer, String... key) {
    List<String> row = List.of(key);
    return new Headline(
        "time of " + what,
        Stream.concat(Stream.of(table, RATIO), row.stream()).toList(),
        "x",
        peer,
        HOST);
  }

  /** All of them as a table. */
  static Table table(Figures figures) {
    return new Table(
        "headline",
        List.of("what", "this library", "beside", "measured on"),
        ALL.stream().map(each -> each.row(figures)).toList());
  }

  /** The tables that have the numbers. */
  static List<String> sources() {
    return ALL.stream().map(each -> each.figure.get(0)).distinct().toList();
  }

  private List<String> row(Figures figures) {
    return List.of(what, value(figures), beside, place);
  }

  private String value(Figures figures) {
    String column = figure.get(1);
    String value = cell(figures, column) + " " + unit;
    return column.equals(RATIO)
        ? value + " (" + cell(figures, "lowest") + ".." + cell(figures, "highest") + ")"
        : value;
  }

  private String cell(Figures figures, String column) {
    String[] key = figure.subList(2, figure.size()).toArray(String[]::new);
    return figures.number(figure.get(0), column, key).map(Headline::text).orElse("-");
  }

  private static String text(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : TableRecorder.text(number);
  }
}
