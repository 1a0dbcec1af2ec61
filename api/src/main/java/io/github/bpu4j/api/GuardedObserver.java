// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes events to the application's observer and logs its exceptions.
 *
 * @param observer the application's observer
 * @param model the name to use in the log
 */
record GuardedObserver(ClassifierObserver observer, String model) implements ClassifierObserver {
  private static final Logger LOG = LoggerFactory.getLogger(Classifier.class);

  private static final ClassifierObserver NOBODY = new ClassifierObserver() {};

  /** Wraps the application's observer; without one, the result does nothing. */
  static ClassifierObserver of(@Nullable ClassifierObserver observer, String model) {
    return observer == null ? NOBODY : new GuardedObserver(observer, model);
  }

  @Override
  public void started() {
    pass(ClassifierObserver::started);
  }

  @Override
  public void classified(ClassificationResult result) {
    pass(listener -> listener.classified(result));
  }

  @Override
  public void failed(Exception failure, long totalNanos) {
    pass(listener -> listener.failed(failure, totalNanos));
  }

  @Override
  public void ended() {
    pass(ClassifierObserver::ended);
  }

  @Override
  public void dropped() {
    pass(ClassifierObserver::dropped);
  }

  @Override
  public void queued(int waiting) {
    pass(listener -> listener.queued(waiting));
  }

  private void pass(Consumer<ClassifierObserver> event) {
    try {
      event.accept(observer);
    } catch (RuntimeException | Error e) {
      LOG.warn("the observer of {} failed", model, e);
    }
  }
}
