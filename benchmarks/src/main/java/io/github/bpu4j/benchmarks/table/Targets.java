// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this library promises, with the figures that were measured. */
final class Targets {
  private static final double FPS = 448.79;
  private static final double SINGLE_MS = 2.95;
  private static final String SMALL = "NV12 224x224";
  private static final String HD = "NV12 1920x1080";
  private static final String RATIO = "bpu4j / peer";

  private final Figures figures;

  private Targets(Figures figures) {
    this.figures = figures;
  }

  /** Returns all of them. */
  static List<Target> of(Figures figures) {
    Targets targets = new Targets(figures);
    List<Target> all = new ArrayList<>(targets.calls());
    for (String picture : List.of(SMALL, HD)) {
      all.addAll(targets.saturation(picture));
    }
    all.addAll(targets.inference());
    all.addAll(targets.pictures());
    all.addAll(targets.besideDjl());
    return all;
  }

  private List<Target> calls() {
    return List.of(
        new Target("calls", "infer over C", 1, "us", overC("infer, ns")),
        new Target("calls", "infer and scores over C", 1, "us", overC("inferAndReadScores, ns")),
        new Target("calls", "infer allocates", 0, "B", allocated("infer, ns")),
        new Target(
            "calls", "classify of a frame allocates", 520, "B", allocated("classifyFrame, ns")));
  }

  private Optional<Double> overC(String what) {
    return over("calls", "bpu4j", "peer's", what).map(nanos -> nanos / 1000);
  }

  private Optional<Double> allocated(String what) {
    return figures.number("calls", "bytes allocated", what);
  }

  private Optional<Double> over(String table, String ours, String peers, String what) {
    Optional<Double> peer = figures.number(table, peers, what);
    return figures.number(table, ours, what).flatMap(our -> peer.map(their -> our - their));
  }

  private List<Target> saturation(String picture) {
    double full = 1000 * 4 / FPS;
    Optional<Double> preprocess = saturated(picture, "sync", 1, "preprocess ms");
    return List.of(
        lost(picture, "sync"),
        lost(picture, "async"),
        new Target(
            "saturation",
            "mean latency away from 4/448.79 s, 4 in flight, " + picture,
            5,
            "%",
            saturated(picture, "sync", 4, "mean ms").map(ms -> away(ms, full))),
        new Target(
            "saturation",
            "mean latency away from 2.95 ms and preprocessing, 1 in flight, " + picture,
            5,
            "%",
            saturated(picture, "sync", 1, "mean ms")
                .flatMap(ms -> preprocess.map(before -> away(ms, SINGLE_MS + before)))));
  }

  private Target lost(String picture, String mode) {
    return new Target(
        "saturation",
        "throughput lost, 4 in flight, " + picture + ", " + mode,
        1,
        "%",
        saturated(picture, mode, 4, "lost %"));
  }

  private Optional<Double> saturated(String picture, String mode, int inFlight, String column) {
    String service = TableRecorder.text(StandIn.SERVICE_MS);
    return figures.number("saturation", column, picture, mode, service, Integer.toString(inFlight));
  }

  private static double away(double value, double expected) {
    return 100 * Math.abs(value / expected - 1);
  }

  private List<Target> inference() {
    return List.of(
        new Target(
            "peers",
            "classify over ONNX Runtime",
            3,
            "%",
            figures.number("peers", RATIO, Peers.CLASSIFY).map(ratio -> 100 * (ratio - 1))),
        new Target(
            "peers",
            "classify allocates over ONNX Runtime",
            2048,
            "B",
            over("peers", "bytes allocated", "peer's bytes", Peers.CLASSIFY)));
  }

  private List<Target> pictures() {
    return List.of(
        besideOpenCv("jpeg", Pixels.TO_NV12, "500x344", 1.05),
        besideOpenCv("jpeg", Pixels.TO_NV12, "twenty photos", 1.15),
        besideOpenCv("jpeg", Pixels.TO_NV12, "twenty photos, progressive", 1.15),
        besideOpenCv("jpeg", Pixels.TO_NV12, "1920x1080", 0.75),
        besideOpenCv("jpeg", Pixels.TO_NV12, "4000x3000", 0.40),
        besideOpenCv("jpeg", Pixels.TO_PIXELS, "twenty photos", 1.25),
        besideOpenCv("jpeg", Pixels.TO_PIXELS, "1920x1080", 1.25),
        besideOpenCv("peers", Pixels.RESIZE, "500x344", 1.1),
        besideOpenCv("peers", Pixels.RESIZE, "1920x1080", 1.1));
  }

  private Target besideOpenCv(String table, String what, String picture, double most) {
    return beside("OpenCV", table, most, what, picture);
  }

  private List<Target> besideDjl() {
    return List.of(
        beside("DJL", "djl", 1, Djl.FIRST),
        beside("DJL", "djl", 1, Djl.LATER),
        beside("DJL", "djl", 1, Djl.TOGETHER),
        new Target(
            "djl",
            "beside DJL: heap allocated per answer, bytes",
            1,
            "x",
            figures
                .number("djl", "bytes allocated", Djl.LATER)
                .flatMap(
                    our ->
                        figures
                            .number("djl", "peer's bytes", Djl.LATER)
                            .map(their -> our / their))),
        beside("DJL", "djl", 1, Djl.JARS));
  }

  private Target beside(String peer, String table, double most, String... key) {
    return new Target(
        table,
        "beside " + peer + ": " + String.join(", ", key),
        most,
        "x",
        figures.number(table, RATIO, key));
  }
}
