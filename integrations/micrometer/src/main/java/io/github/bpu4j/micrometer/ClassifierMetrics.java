// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.micrometer;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.ClassifierObserver;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts and times the pictures of a classifier in Micrometer's meters.
 *
 * <p>Give it to {@link io.github.bpu4j.api.ClassifierBuilder#observer} and bind it to a registry:
 *
 * <pre>{@code
 * ClassifierMetrics metrics = new ClassifierMetrics();
 * metrics.bindTo(registry);
 * Classifier classifier = Classifier.builder().observer(metrics).open();
 * }</pre>
 *
 * <p>The meters are created once, when it is bound; a picture afterwards allocates nothing here.
 * What happened before is not counted. Thread-safe. Classifiers that share one are added up; tags
 * keep several apart.
 *
 * @since 0.1.0
 */
public final class ClassifierMetrics implements ClassifierObserver, MeterBinder {
  /** Timer, from the call to the outcome; tags {@code outcome} and {@code reason}. */
  public static final String PICTURES = "bpu4j.pictures";

  /** Timer of one step of an answered picture; tag {@code phase}. */
  public static final String PHASE = "bpu4j.phase";

  /** Gauge of the pictures that are decoded, wait for a request or are inferred. */
  public static final String IN_FLIGHT = "bpu4j.in.flight";

  /** Summary of how many asynchronous pictures waited for a worker when one more was added. */
  public static final String QUEUE = "bpu4j.queue";

  /** Counter of the frames that live streams dropped for newer ones. */
  public static final String DROPPED = "bpu4j.frames.dropped";

  private final Tags tags;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile PictureMeters[] bound = {};

  /** Creates one whose meters have no tags but their own. */
  public ClassifierMetrics() {
    this(Tags.empty());
  }

  /**
   * Creates one whose meters have more tags.
   *
   * @param tags for example one with the classifier's name, where there are several
   */
  public ClassifierMetrics(Iterable<Tag> tags) {
    this.tags = Tags.of(tags);
  }

  /** Creates the meters in a registry; every registry that is bound gets every picture. */
  @Override
  public synchronized void bindTo(MeterRegistry registry) {
    Gauge.builder(IN_FLIGHT, inFlight, AtomicInteger::get)
        .description("pictures that are decoded, wait for a request or are inferred")
        .tags(tags)
        .register(registry);
    PictureMeters[] more = Arrays.copyOf(bound, bound.length + 1);
    more[bound.length] = new PictureMeters(registry, tags);
    bound = more;
  }

  @Override
  public void started() {
    inFlight.incrementAndGet();
  }

  @Override
  public void classified(ClassificationResult result) {
    for (PictureMeters meters : bound) {
      meters.answered(result.timings());
    }
  }

  @Override
  public void failed(Exception failure, long totalNanos) {
    Outcome outcome = Outcome.of(failure);
    for (PictureMeters meters : bound) {
      meters.ended(outcome, totalNanos);
    }
  }

  @Override
  public void ended() {
    inFlight.decrementAndGet();
  }

  @Override
  public void dropped() {
    for (PictureMeters meters : bound) {
      meters.dropped();
    }
  }

  @Override
  public void queued(int waiting) {
    for (PictureMeters meters : bound) {
      meters.queued(waiting);
    }
  }
}
