// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

/** Counts the pictures of one run. */
final class Tally {
  private final EvaluationRun run;
  private final AccuracyCounter counter;
  private Speed speed = Speed.NONE;

  Tally(EvaluationRun run) {
    this.run = run;
    counter = Accuracy.counter(run.settings().labels().size(), run.depth());
  }

  void add(EvaluatedPicture picture) {
    counter.add(picture);
    picture.timings().ifPresent(timings -> speed = speed.plus(timings));
  }

  /** What was counted, with the time that some of the pictures took. */
  EvaluationResult result(long pictures, long nanos) {
    return new EvaluationResult(
        run, counter.accuracy(), speed.plus(new Speed(pictures, nanos, 0, Speed.NONE.phases())));
  }
}
