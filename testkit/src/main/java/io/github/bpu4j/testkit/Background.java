// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A task on its own thread; its failure is reported by {@link #join}. */
final class Background {
  private static final long SECONDS = 90;

  private final FutureTask<Void> task;

  private Background(FutureTask<Void> task) {
    this.task = task;
  }

  static Background start(Runnable work) {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread thread = new Thread(task, "contract");
    thread.setDaemon(true);
    thread.start();
    return new Background(task);
  }

  /**
   * Starts an inference in the background and returns once it is running; the request must not have
   * scores yet.
   */
  static Background startInference(ClassificationModel model, InferRequest request)
      throws InterruptedException {
    Refusal inUse = Refusal.inUse(model);
    Refusal noScores = Refusal.noScores(model);
    Background run = start(() -> request.infer(Cycle.AMPLE));
    while (true) {
      try {
        Cycle.read(model, request);
        throw new AssertionError("it had scores before it was seen running");
      } catch (IllegalStateException e) {
        if (inUse.isIn(e)) {
          return run;
        }
        if (!noScores.isIn(e)) {
          throw e;
        }
        Thread.sleep(1);
      }
    }
  }

  boolean isDone() throws InterruptedException {
    try {
      // The call has returned but its thread may not have ended yet.
      task.get(1, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  void join() throws InterruptedException {
    try {
      task.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("failed in the background", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("not done within " + SECONDS + " s", e);
    }
  }

  /** Joins; one kind of exception is accepted. */
  void joinIgnoring(Class<? extends RuntimeException> expected) throws InterruptedException {
    try {
      join();
    } catch (AssertionError e) {
      if (!expected.isInstance(e.getCause())) {
        throw e;
      }
    }
  }
}
