// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on a thread of its own whose failure shows where it is joined. */
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

  boolean isDone() throws InterruptedException {
    try {
      // The call has returned, its thread may still be on the way out.
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

  /** Joins; one kind of exception is an expected way to end. */
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
