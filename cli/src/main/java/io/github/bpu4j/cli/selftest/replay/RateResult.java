// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.cli.selftest.record.RateRecord;
import io.github.bpu4j.cli.selftest.verdict.Verdict;
import io.github.bpu4j.cli.selftest.verdict.Wording;
import java.util.Optional;

/**
 * What was measured with a number of threads.
 *
 * @param name of the model
 * @param threads number of threads
 * @param latencyMs median milliseconds per picture; NaN if it failed
 * @param fps pictures per second; NaN if it failed
 * @param published what is published; empty if nothing
 * @param verdict of the comparison
 * @param cause of a difference
 * @param problem why it could not be measured
 */
public record RateResult(
    String name,
    int threads,
    double latencyMs,
    double fps,
    Optional<RateRecord> published,
    Verdict verdict,
    Optional<Wording> cause,
    Optional<String> problem) {

  static RateResult failed(String name, int threads, String problem) {
    return new RateResult(
        name,
        threads,
        Double.NaN,
        Double.NaN,
        Optional.empty(),
        Verdict.FAILED,
        Optional.empty(),
        Optional.of(problem));
  }

  RateResult with(Verdict found, Optional<Wording> why) {
    return new RateResult(name, threads, latencyMs, fps, published, found, why, problem);
  }

  /** The same measurement with a verdict that needs no cause. */
  public RateResult withVerdict(Verdict found) {
    return with(found, Optional.empty());
  }

  /** How many times longer than published a picture takes on the core; 1 where not published. */
  double slowness() {
    if (published.isEmpty()) {
      return 1;
    }
    RateRecord record = published.get();
    return record.fps().isPresent() && threads > 1
        ? record.fps().getAsDouble() / fps
        : record.latencyMs().isPresent() ? latencyMs / record.latencyMs().getAsDouble() : 1;
  }
}
