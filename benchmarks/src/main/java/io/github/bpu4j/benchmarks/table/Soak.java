// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.stubs.NativeStubs;
import java.time.Duration;

/** Speed and memory over a long time, and what is left at the end. */
final class Soak implements Section {
  private static final int PARTS = 10;

  private final TableRecorder rows =
      new TableRecorder(
          "soak",
          "second",
          "pictures",
          "fps",
          "p50 ms",
          "p99 ms",
          "longest ms",
          "heap MiB",
          "resident MiB",
          "threads",
          "left over");

  @Override
  public void measure(Effort effort) throws Exception {
    Duration part = effort.soak().dividedBy(PARTS);
    Picture picture = Picture.nv12(640, 480);
    StandIn.timing(StandIn.SERVICE_MS, StandIn.OUTSIDE_MS);
    long pictures = 0;
    try (Classifier classifier = StandIn.open(StandIn.resnet18(), 4)) {
      new LoadRun(classifier, picture, effort.cellWarmUp(), effort.warmUp()).sync(4);
      for (int i = 1; i <= PARTS; i++) {
        TimedAnswers samples = new LoadRun(classifier, picture, Duration.ZERO, part).sync(4);
        pictures += samples.count();
        rows.add(
            TableRecorder.text(i * part.toMillis() / 1000.0),
            pictures,
            samples.fps(),
            samples.percentile(0.5),
            samples.percentile(0.99),
            samples.percentile(1),
            ResourceUse.heapMib(),
            ResourceUse.residentMib(),
            Thread.activeCount(),
            "-");
      }
    }
    rows.add(
        "closed",
        pictures,
        "-",
        "-",
        "-",
        "-",
        ResourceUse.heapMib(),
        ResourceUse.residentMib(),
        Thread.activeCount(),
        NativeStubs.control().live().isEmpty() ? 0 : NativeStubs.control().live());
  }
}
