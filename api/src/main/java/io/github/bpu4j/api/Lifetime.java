// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.spi.UsageGate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a classifier's memory lives: until it is closed and the last picture in flight is done.
 */
final class Lifetime {
  private static final Logger LOG = LoggerFactory.getLogger(Classifier.class);

  private final String model;
  private final Duration patience;
  private final Runnable free;
  private final UsageGate gate;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean freed = new AtomicBoolean();
  private volatile boolean abandoned;

  /**
   * Begins.
   *
   * @param model its name
   * @param patience how long {@link #close()} waits for pictures in flight
   * @param free frees the memory; runs once
   */
  Lifetime(String model, Duration patience, Runnable free) {
    this.model = model;
    this.patience = patience;
    this.free = free;
    this.gate = new UsageGate("classifier of " + model);
  }

  /** Keeps the memory until {@link #leave()}; refused once closed. */
  void enter() {
    gate.enter();
  }

  void leave() {
    gate.leave();
    if (abandoned) {
      freeIfLast();
    }
  }

  /** Refuses new work and frees the memory, or leaves that to the last picture; idempotent. */
  void close() {
    if (!gate.close()) {
      return;
    }
    closed.set(true);
    if (gate.awaitEmpty(patience)) {
      freeOnce();
      return;
    }
    LOG.warn(
        "closing {}: pictures still in flight after {}; the last one frees the model",
        model,
        patience);
    abandoned = true;
    freeIfLast();
  }

  /** Set by {@link #close()}. */
  AtomicBoolean closed() {
    return closed;
  }

  private void freeIfLast() {
    if (gate.awaitEmpty(Duration.ZERO)) {
      freeOnce();
    }
  }

  private void freeOnce() {
    if (freed.compareAndSet(false, true)) {
      free.run();
    }
  }
}
