// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.micrometer;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.bpu4j.api.Timings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The meters of one registry, each created before the first picture and kept. */
final class PictureMeters {
  private final Map<Outcome, Timer> outcomes = new EnumMap<>(Outcome.class);
  private final Timer decode;
  private final Timer queue;
  private final Timer preprocess;
  private final Timer infer;
  private final Timer postprocess;
  private final DistributionSummary waiting;
  private final Counter dropped;

  PictureMeters(MeterRegistry registry, Tags tags) {
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(
          outcome,
          Timer.builder(ClassifierMetrics.PICTURES)
              .description("from the call to the answer or failure")
              .tags(tags.and(outcome.tags()))
              .register(registry));
    }
    decode = phase("decode", registry, tags);
    queue = phase("queue", registry, tags);
    preprocess = phase("preprocess", registry, tags);
    infer = phase("infer", registry, tags);
    postprocess = phase("postprocess", registry, tags);
    waiting =
        DistributionSummary.builder(ClassifierMetrics.QUEUE)
            .description("asynchronous pictures that waited for a worker when one was added")
            .baseUnit("pictures")
            .tags(tags)
            .register(registry);
    dropped =
        Counter.builder(ClassifierMetrics.DROPPED)
            .description("frames of live streams that a newer one replaced")
            .baseUnit("frames")
            .tags(tags)
            .register(registry);
  }

  private static Timer phase(String name, MeterRegistry registry, Tags tags) {
    return Timer.builder(ClassifierMetrics.PHASE)
        .description("one step of an answered picture")
        .tags(tags.and("phase", name))
        .register(registry);
  }

  void answered(Timings timings) {
    ended(Outcome.ANSWERED, timings.totalNanos());
    if (timings.decodeNanos() > 0) { // frames come decoded
      decode.record(timings.decodeNanos(), NANOSECONDS);
    }
    queue.record(timings.queueNanos(), NANOSECONDS);
    preprocess.record(timings.preprocessNanos(), NANOSECONDS);
    infer.record(timings.inferNanos(), NANOSECONDS);
    postprocess.record(timings.postprocessNanos(), NANOSECONDS);
  }

  void ended(Outcome outcome, long totalNanos) {
    Objects.requireNonNull(outcomes.get(outcome)).record(totalNanos, NANOSECONDS);
  }

  void queued(int pictures) {
    waiting.record(pictures);
  }

  void dropped() {
    dropped.increment();
  }
}
