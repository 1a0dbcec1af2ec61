// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.spi.ModelInfo;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * Down when the classifier is closed, or when the device failed on the latest picture.
 *
 * <p>A check costs nothing while pictures come. Only when the latest outcome is older than a limit,
 * one check classifies a gray picture: so an idle device that broke is found, and one that
 * recovered gets traffic again. Checks that come meanwhile report what was known before.
 */
final class ClassifierHealth extends AbstractHealthIndicator {
  private final Classifier classifier;
  private final LatestOutcome latest;
  private final Duration maxAge;
  private final ReentrantLock probing = new ReentrantLock();

  ClassifierHealth(Classifier classifier, LatestOutcome latest, Duration maxAge) {
    super("the classifier's health check failed");
    this.classifier = classifier;
    this.latest = latest;
    this.maxAge = maxAge;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    ModelInfo model = classifier.model();
    health
        .withDetail("model", model.name())
        .withDetail("runtime", model.runtime())
        .withDetail("simulated", model.simulated());
    if (classifier.isClosed()) {
      health.down().withDetail("state", "closed");
      return;
    }
    if (latest.age().compareTo(maxAge) >= 0) {
      probe();
    }
    latest
        .failure()
        .ifPresentOrElse(
            failure -> health.down(failure).withDetail("state", "failing"),
            () -> health.up().withDetail("state", "open"));
  }

  /** Classifies a gray picture unless another check does. */
  private void probe() {
    if (!probing.tryLock()) {
      return;
    }
    long start = System.nanoTime();
    try {
      BufferedImage gray = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
      latest.classified(classifier.classify(gray));
    } catch (RuntimeException e) {
      latest.failed(e, System.nanoTime() - start);
    } finally {
      probing.unlock();
    }
  }
}
