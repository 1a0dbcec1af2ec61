// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.Timings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Latency and memory as the number of pictures in flight, pixels, classes and models grows. */
final class Growth implements Section {
  private static final int CALLS_TO_COUNT = 50;

  @Override
  public void measure(Effort effort) throws Exception {
    classes(effort);
    inFlight(effort);
    models(effort);
    pictures(effort);
  }

  private static void inFlight(Effort effort) throws Exception {
    TableRecorder rows =
        new TableRecorder(
            "growth-in-flight",
            "in flight",
            "fps",
            "p50 ms",
            "p90 ms",
            "p99 ms",
            "longest ms",
            "device MiB",
            "heap MiB",
            "resident MiB");
    Picture picture = Picture.nv12(224, 224);
    StandIn.timing(StandIn.SERVICE_MS, StandIn.OUTSIDE_MS);
    for (int inFlight : new int[] {1, 2, 4, 8, 16, 32}) {
      try (Classifier classifier = StandIn.open(StandIn.resnet18(), inFlight)) {
        TimedAnswers samples =
            new LoadRun(classifier, picture, effort.cellWarmUp(), effort.cell()).sync(inFlight);
        rows.add(
            inFlight,
            samples.fps(),
            samples.percentile(0.5),
            samples.percentile(0.9),
            samples.percentile(0.99),
            samples.percentile(1),
            ResourceUse.deviceMib(),
            ResourceUse.heapMib(),
            ResourceUse.residentMib());
      }
    }
  }

  private static void pictures(Effort effort) throws Exception {
    TableRecorder rows =
        new TableRecorder(
            "growth-pictures",
            "picture",
            "decode ms",
            "preprocess ms",
            "p50 ms",
            "p99 ms",
            "bytes allocated",
            "heap MiB",
            "resident MiB");
    StandIn.timing(0, 0);
    try (Classifier classifier = StandIn.open(StandIn.resnet18(), 1)) {
      for (Picture picture :
          List.of(
              Picture.nv12(224, 224),
              Picture.nv12(640, 480),
              Picture.nv12(1920, 1080),
              Picture.nv12(3840, 2160),
              Picture.jpeg(500, 344),
              Picture.jpeg(1920, 1080),
              Picture.jpeg(4000, 3000))) {
        TimedAnswers samples =
            new LoadRun(classifier, picture, effort.cellWarmUp(), effort.cell()).sync(1);
        rows.add(
            picture.name(),
            samples.meanMs(Timings::decodeNanos),
            samples.meanMs(Timings::preprocessNanos),
            samples.percentile(0.5),
            samples.percentile(0.99),
            allocated(classifier, picture),
            ResourceUse.heapMib(),
            ResourceUse.residentMib());
      }
    }
  }

  private static void classes(Effort effort) throws Exception {
    TableRecorder rows =
        new TableRecorder(
            "growth-classes",
            "classes",
            "infer us",
            "postprocess us",
            "ns per class",
            "p50 ms",
            "p99 ms",
            "bytes allocated",
            "heap MiB");
    Picture picture = Picture.nv12(224, 224);
    StandIn.timing(0, 0);
    try (Classifier classifier = StandIn.open(StandIn.resnet18(), 1)) {
      new LoadRun(classifier, picture, effort.cellWarmUp(), effort.warmUp()).sync(1);
    }
    for (int classes : new int[] {10, 100, 1_000, 10_000, 100_000}) {
      try (Classifier classifier = StandIn.open(StandIn.withClasses(classes), 1)) {
        TimedAnswers samples =
            new LoadRun(classifier, picture, effort.cellWarmUp(), effort.cell()).sync(1);
        double postprocess = samples.meanMs(Timings::postprocessNanos);
        rows.add(
            classes,
            1000 * samples.meanMs(Timings::inferNanos),
            1000 * postprocess,
            1e6 * postprocess / classes,
            samples.percentile(0.5),
            samples.percentile(0.99),
            allocated(classifier, picture),
            ResourceUse.heapMib());
      }
    }
  }

  private static void models(Effort effort) throws Exception {
    TableRecorder rows =
        new TableRecorder(
            "growth-models",
            "models",
            "opening ms",
            "p50 ms",
            "p99 ms",
            "device MiB",
            "heap MiB",
            "resident MiB");
    StandIn.timing(0, 0);
    Path file = StandIn.resnet18();
    Picture picture = Picture.nv12(224, 224);
    List<Classifier> open = new ArrayList<>();
    try {
      for (int wanted : new int[] {1, 2, 4, 8, 16, 32}) {
        long start = System.nanoTime();
        int before = open.size();
        while (open.size() < wanted) {
          open.add(StandIn.open(file, 2));
        }
        double opening = (System.nanoTime() - start) / 1e6 / (wanted - before);
        TimedAnswers samples = roundRobin(effort, open, picture);
        rows.add(
            wanted,
            opening,
            samples.percentile(0.5),
            samples.percentile(0.99),
            ResourceUse.deviceMib(),
            ResourceUse.heapMib(),
            ResourceUse.residentMib());
      }
    } finally {
      open.forEach(Classifier::close);
    }
  }

  private static TimedAnswers roundRobin(
      Effort effort, List<Classifier> classifiers, Picture picture) throws IOException {
    long start = System.nanoTime() + effort.cellWarmUp().toNanos();
    long end = start + effort.cell().toNanos();
    TimedAnswers samples = new TimedAnswers(start, end);
    int turn = 0;
    for (long before = System.nanoTime(); before < end; ) {
      Classifier classifier = classifiers.get(turn++ % classifiers.size());
      ClassificationResult result = picture.classify(classifier);
      long after = System.nanoTime();
      samples.add(after, after - before, result.timings());
      before = after;
    }
    samples.freeze();
    return samples;
  }

  private static long allocated(Classifier classifier, Picture picture) throws IOException {
    long before = ResourceUse.allocatedBytes();
    for (int i = 0; i < CALLS_TO_COUNT; i++) {
      picture.classify(classifier);
    }
    return (ResourceUse.allocatedBytes() - before) / CALLS_TO_COUNT;
  }
}
