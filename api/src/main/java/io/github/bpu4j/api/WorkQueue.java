// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.InferenceException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The worker threads of asynchronous calls, with a bounded queue that makes a caller wait.
 *
 * <p>There are more workers than requests, so that pictures are decoded while the network is busy.
 */
final class WorkQueue {
  private static final long IDLE_SECONDS = 30;

  private final String name;
  private final int capacity;
  private final Semaphore room;
  private final ThreadPoolExecutor workers;

  WorkQueue(String name, int concurrency) {
    int threads = concurrency + Runtime.getRuntime().availableProcessors();
    AtomicInteger number = new AtomicInteger();
    this.name = name;
    this.capacity = 2 * threads;
    this.room = new Semaphore(capacity);
    this.workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Worker(task, "bpu4j-" + name + "-" + number.incrementAndGet(), this));
    workers.allowCoreThreadTimeOut(true);
  }

  /**
   * Queues a task; waits while the queue is full.
   *
   * <p>A worker never waits, since only workers make room: what one submits, from the callback of a
   * future, is queued beyond the bound.
   *
   * @param waiting told how many tasks wait for a worker, before this one
   */
  void submit(Runnable task, IntConsumer waiting) {
    boolean bounded = !(Thread.currentThread() instanceof Worker worker && worker.queue == this);
    if (bounded) {
      acquireRoom();
    }
    try {
      waiting.accept(workers.getQueue().size());
      workers.execute(bounded ? () -> runAndMakeRoom(task) : task);
    } catch (RuntimeException | Error e) {
      if (bounded) {
        room.release();
      }
      throw e;
    }
  }

  private void acquireRoom() {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InferenceException("interrupted while the queue of " + name + " was full", e);
    }
  }

  private void runAndMakeRoom(Runnable task) {
    try {
      task.run();
    } finally {
      room.release();
    }
  }

  /** How many tasks may be queued or running before {@link #submit} waits. */
  int capacity() {
    return capacity;
  }

  /** Ends the idle workers; only when no task is queued or running. */
  void close() {
    workers.shutdown();
  }

  /** A thread of one queue. */
  private static final class Worker extends Thread {
    private final WorkQueue queue;

    Worker(Runnable task, String name, WorkQueue queue) {
      super(task, name);
      this.queue = queue;
      setDaemon(true);
    }
  }
}
