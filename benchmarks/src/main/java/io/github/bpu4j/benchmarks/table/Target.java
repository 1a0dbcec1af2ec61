// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An upper limit for a figure.
 *
 * @param table name of the table that contains the figure
 * @param what the promise
 * @param most the largest allowed figure
 * @param unit of the figures
 * @param figure as measured; empty if it was not
 */
record Target(String table, String what, double most, String unit, Optional<Double> figure) {
  private static final double FPS = 448.79;
  private static final double SINGLE_MS = 2.95;
  private static final String SMALL = "NV12 224x224";
  private static final String HD = "NV12 1920x1080";

  /** Whether the figure meets the target; a missing or invalid one does not. */
  boolean isMet() {
    return figure.isPresent() && figure.get() <= most;
  }

  /** All targets as a table. */
  static Table table(Map<String, Table> tables) {
    List<List<String>> rows = all(tables).stream().map(Target::row).toList();
    return new Table("targets", List.of("target", "at most", "figure", "unit", "judgment"), rows);
  }

  /** As the command line and the page show it. */
  List<String> row() {
    return List.of(
        what,
        String.format(Locale.ROOT, "%.0f", most),
        figure.map(TableRecorder::text).orElse("-"),
        unit,
        figure.isEmpty() ? "not measured" : isMet() ? "met" : "not met");
  }

  /** Returns all targets with the figures of these tables. */
  static List<Target> all(Map<String, Table> tables) {
    return List.of(
        new Target(
            "calls", "infer over C", 1, "us", cell(tables, "calls", "over C us", "Java: infer")),
        new Target(
            "calls",
            "infer and scores over C",
            1,
            "us",
            cell(tables, "calls", "over C us", "Java: inferAndReadScores")),
        new Target(
            "calls",
            "infer allocates",
            0,
            "B",
            cell(tables, "calls", "bytes allocated", "Java: infer")),
        new Target(
            "calls",
            "classify of a frame allocates",
            520,
            "B",
            cell(tables, "calls", "bytes allocated", "Java: classifyFrame")),
        lost(tables, SMALL, "sync"),
        lost(tables, SMALL, "async"),
        lost(tables, HD, "sync"),
        lost(tables, HD, "async"),
        full(tables, SMALL),
        full(tables, HD),
        alone(tables, SMALL),
        alone(tables, HD),
        new Target(
            "peers",
            "classify over ONNX Runtime",
            3,
            "%",
            overRaw(tables, "time").map(both -> 100 * (both[0] / both[1] - 1))),
        new Target(
            "peers",
            "classify allocates over ONNX Runtime",
            2048,
            "B",
            overRaw(tables, "bytes allocated").map(both -> both[0] - both[1])),
        beside(tables, "first answer after start, ms"),
        beside(tables, "later answer, us"),
        beside(tables, "later answer, one process, us"),
        beside(tables, "heap allocated per answer, bytes"),
        beside(tables, "jars on disk, bytes"));
  }

  /** A column of this library and of its peer. */
  private static Optional<double[]> overRaw(Map<String, Table> tables, String column) {
    Optional<Double> peer = cell(tables, "peers", column, "Inference", "-", "onnxRuntime");
    return cell(tables, "peers", column, "Inference", "-", "bpu4j")
        .flatMap(ours -> peer.map(theirs -> new double[] {ours, theirs}));
  }

  private static Target beside(Map<String, Table> tables, String what) {
    return new Target(
        "djl", "beside DJL: " + what, 1, "x", cell(tables, "djl", "bpu4j / DJL", what));
  }

  private static Target lost(Map<String, Table> tables, String picture, String mode) {
    return new Target(
        "saturation",
        "throughput lost, 4 in flight, " + picture + ", " + mode,
        1,
        "%",
        saturation(tables, picture, mode, "4", "lost %"));
  }

  private static Target full(Map<String, Table> tables, String picture) {
    double expected = 1000 * 4 / FPS;
    return new Target(
        "saturation",
        "mean latency away from 4/448.79 s, 4 in flight, " + picture,
        5,
        "%",
        saturation(tables, picture, "sync", "4", "mean ms").map(ms -> away(ms, expected)));
  }

  private static Target alone(Map<String, Table> tables, String picture) {
    Optional<Double> preprocess = saturation(tables, picture, "sync", "1", "preprocess ms");
    return new Target(
        "saturation",
        "mean latency away from 2.95 ms and preprocessing, 1 in flight, " + picture,
        5,
        "%",
        saturation(tables, picture, "sync", "1", "mean ms")
            .flatMap(ms -> preprocess.map(pre -> away(ms, SINGLE_MS + pre))));
  }

  private static double away(double value, double expected) {
    return 100 * Math.abs(value / expected - 1);
  }

  private static Optional<Double> saturation(
      Map<String, Table> tables, String picture, String mode, String inFlight, String column) {
    return cell(
        tables,
        "saturation",
        column,
        picture,
        mode,
        TableRecorder.text(StandIn.SERVICE_MS),
        inFlight);
  }

  private static Optional<Double> cell(
      Map<String, Table> tables, String table, String column, String... key) {
    return Optional.ofNullable(tables.get(table)).flatMap(found -> found.number(column, key));
  }
}
