// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.ClassifierObserver;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifies several observers in turn; one that fails does not keep events from the others. */
record ObserverList(List<ClassifierObserver> observers) implements ClassifierObserver {
  private static final Logger LOG = LoggerFactory.getLogger(ClassifierObserver.class);

  @Override
  public void started() {
    pass(ClassifierObserver::started);
  }

  @Override
  public void classified(ClassificationResult result) {
    pass(observer -> observer.classified(result));
  }

  @Override
  public void failed(Exception failure, long totalNanos) {
    pass(observer -> observer.failed(failure, totalNanos));
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
    pass(observer -> observer.queued(waiting));
  }

  private void pass(Consumer<ClassifierObserver> event) {
    for (ClassifierObserver observer : observers) {
      try {
        event.accept(observer);
      } catch (RuntimeException | Error e) {
        LOG.warn("observer {} failed", observer.getClass().getName(), e);
      }
    }
  }
}
