// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.perf.Measurement;
import io.github.bpu4j.cli.perf.PerfRun;
import io.github.bpu4j.cli.perf.Workload;
import io.github.bpu4j.cli.selftest.record.RateRecord;
import io.github.bpu4j.cli.selftest.verdict.Cause;
import io.github.bpu4j.cli.selftest.verdict.Verdict;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Measures a model with 1 and 4 threads and compares with what is published.
 *
 * <p>The published logs are averages of the vendor's tool, which only submits and waits. Allowed is
 * a quarter more, for the governor and the warmth of the board, and half a millisecond for what
 * this library does besides: copying the frame, the crossing to native code and a thread's wake-up.
 * Faster than published is the same.
 */
public final class RateCheck {
  private static final int[] THREADS = {1, 4};
  private static final double MORE = 1.25;
  private static final double MORE_MS = 0.5;
  private static final int WARMUP = 8;

  private final BpuRuntime runtime;
  private final List<RateRecord> records;
  private final int frames;
  private final Streams progress;
  private final BooleanSupplier stopped;

  /**
   * Prepares measurements.
   *
   * @param frames number of pictures to measure, in all threads together
   */
  public RateCheck(
      BpuRuntime runtime,
      List<RateRecord> records,
      int frames,
      Streams progress,
      BooleanSupplier stopped) {
    this.runtime = runtime;
    this.records = records;
    this.frames = frames;
    this.progress = progress;
    this.stopped = stopped;
  }

  /** One result for each number of threads. */
  public List<RateResult> run(String name, Path model) throws InterruptedException {
    List<RateResult> results = new ArrayList<>();
    for (int threads : THREADS) {
      if (!stopped.getAsBoolean()) {
        results.add(judge(measure(name, model, threads)));
      }
    }
    boolean rateIsOff =
        results.stream().anyMatch(one -> one.threads() > 1 && one.verdict() == Verdict.DIFFERS);
    boolean rateIsKnown =
        results.stream().anyMatch(one -> one.threads() > 1 && one.verdict() != Verdict.NO_RECORD);
    return results.stream().map(one -> explain(one, rateIsOff || !rateIsKnown)).toList();
  }

  private RateResult measure(String name, Path model, int threads) throws InterruptedException {
    try (Classifier classifier =
        Classifier.builder()
            .runtime(runtime)
            .model(model)
            .concurrency(threads)
            .scoreTransform(ScoreTransform.NONE)
            .open()) {
      Workload load = Workload.random(classifier.model().width(), classifier.model().height());
      new PerfRun(classifier, load, threads, frames(WARMUP), stopped).measure(progress);
      Measurement run =
          new PerfRun(classifier, load, threads, frames(frames), stopped).measure(progress);
      if (run.answered() == 0) {
        return RateResult.failed(name, threads, "interrupted");
      }
      return new RateResult(
          name,
          threads,
          run.latencies().percentile(0.5) / 1e6,
          run.framesPerSecond(),
          records.stream()
              .filter(record -> record.name().equals(name) && record.threads() == threads)
              .findFirst(),
          Verdict.NO_RECORD,
          Optional.empty(),
          Optional.empty());
    } catch (ClassifierException | IOException e) {
      return RateResult.failed(name, threads, Failures.text(e));
    }
  }

  private static PerfRun.Limit frames(int count) {
    return new PerfRun.Limit(count, Long.MAX_VALUE);
  }

  private static RateResult judge(RateResult measured) {
    if (measured.published().isEmpty()) {
      return measured;
    }
    RateRecord record = measured.published().get();
    boolean late =
        record.latencyMs().isPresent()
            && measured.latencyMs()
                > record.latencyMs().getAsDouble() * MORE + MORE_MS * measured.threads();
    boolean slow = record.fps().isPresent() && measured.fps() < fewest(record.fps().getAsDouble());
    return measured.with(late || slow ? Verdict.DIFFERS : Verdict.SAME, Optional.empty());
  }

  /** The least rate for a published one: a quarter and half a millisecond more for each picture. */
  private static double fewest(double fps) {
    return 1000 / (1000 / fps * MORE + MORE_MS);
  }

  private static RateResult explain(RateResult result, boolean coreIsSlow) {
    if (result.verdict() != Verdict.DIFFERS) {
      return result;
    }
    Cause cause = coreIsSlow ? Cause.SERVICE_TIME : Cause.TIME_OUTSIDE;
    Wording times =
        cause
            .wording()
            .map(text -> String.format(Locale.ROOT, "%s x %.1f", text, result.slowness()));
    return result.with(Verdict.DIFFERS, Optional.of(times));
  }
}
