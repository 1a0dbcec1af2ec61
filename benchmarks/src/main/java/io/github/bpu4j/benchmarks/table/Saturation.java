// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.Timings;
import java.util.List;

/** Throughput lost compared with the stand-in's ceiling, and the corresponding latency. */
final class Saturation implements Section {
  private static final List<Double> SERVICE_MS = List.of(0.5, StandIn.SERVICE_MS, 10.0);
  private static final List<Integer> IN_FLIGHT = List.of(1, 2, 4, 8);

  private final TableRecorder rows =
      new TableRecorder(
          "saturation",
          "picture",
          "mode",
          "service ms",
          "in flight",
          "ceiling fps",
          "C fps",
          "fps",
          "lost %",
          "mean ms",
          "p50 ms",
          "p99 ms",
          "decode ms",
          "preprocess ms",
          "CPU ms per picture");

  private final TableRecorder cores =
      new TableRecorder(
          "cores",
          "picture",
          "decode ms",
          "preprocess ms",
          "decode %",
          "CPU ms per picture",
          "cores for 0.5 ms",
          "cores for 2.228 ms",
          "cores for 10 ms");

  @Override
  public void measure(Effort effort) throws Exception {
    List<Picture> pictures =
        List.of(Picture.nv12(224, 224), Picture.nv12(1920, 1080), Picture.jpeg(500, 344));
    warmUp(effort, pictures);
    for (Picture picture : pictures) {
      needs(effort, picture);
    }
    for (int inFlight : effort.some(IN_FLIGHT)) {
      for (double service : SERVICE_MS) {
        cells(effort, pictures, service, inFlight);
      }
    }
  }

  private static void warmUp(Effort effort, List<Picture> pictures) throws Exception {
    StandIn.timing(0, 0);
    try (Classifier classifier = StandIn.open(StandIn.resnet18(), 4)) {
      for (Picture picture : pictures) {
        LoadRun load = new LoadRun(classifier, picture, effort.cellWarmUp(), effort.warmUp());
        load.sync(2);
        load.async();
      }
    }
  }

  private void cells(Effort effort, List<Picture> pictures, double service, int inFlight)
      throws Exception {
    double seconds = effort.cell().toMillis() / 1000.0;
    double c = NativeClient.throughput(service, StandIn.OUTSIDE_MS, inFlight, seconds).of("fps");
    StandIn.timing(service, StandIn.OUTSIDE_MS);
    try (Classifier classifier = StandIn.open(StandIn.resnet18(), inFlight)) {
      for (Picture picture : pictures) {
        LoadRun load = new LoadRun(classifier, picture, effort.cellWarmUp(), effort.cell());
        for (boolean sync : new boolean[] {true, false}) {
          long before = ResourceUse.processorNanos();
          long start = System.nanoTime();
          TimedAnswers samples = sync ? load.sync(inFlight) : load.async();
          double cpus =
              (double) (ResourceUse.processorNanos() - before) / (System.nanoTime() - start);
          add(picture, sync ? "sync" : "async", service, inFlight, c, samples, cpus);
        }
      }
    }
  }

  private void add(
      Picture picture,
      String mode,
      double service,
      int inFlight,
      double c,
      TimedAnswers samples,
      double cpus)
      throws Exception {
    double ceiling = StandIn.ceiling(service, StandIn.OUTSIDE_MS, inFlight);
    rows.add(
        picture.name(),
        mode,
        service,
        inFlight,
        ceiling,
        c,
        samples.fps(),
        100 * (1 - samples.fps() / ceiling),
        samples.meanMs(),
        samples.percentile(0.5),
        samples.percentile(0.99),
        samples.meanMs(Timings::decodeNanos),
        samples.meanMs(Timings::preprocessNanos),
        1000 * cpus / samples.fps());
  }

  /** CPU time per picture when nothing waits: one thread, zero service time. */
  private void needs(Effort effort, Picture picture) throws Exception {
    StandIn.timing(0, 0);
    try (Classifier classifier = StandIn.open(StandIn.resnet18(), 1)) {
      long before = ResourceUse.processorNanos();
      long start = System.nanoTime();
      TimedAnswers samples =
          new LoadRun(classifier, picture, effort.cellWarmUp(), effort.cell()).sync(1);
      double cpus = (double) (ResourceUse.processorNanos() - before) / (System.nanoTime() - start);
      double each = 1000 * cpus / samples.fps();
      double decode = samples.meanMs(Timings::decodeNanos);
      cores.add(
          picture.name(),
          decode,
          samples.meanMs(Timings::preprocessNanos),
          100 * decode / samples.meanMs(),
          each,
          each / SERVICE_MS.get(0),
          each / SERVICE_MS.get(1),
          each / SERVICE_MS.get(2));
    }
  }
}
