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
 * The worker threads of asynchronous calls, with a bounded queue that makes callers wait.
 *
 * <p>There are more workers than requests, so that pictures are decoded while others are inferred.
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
   * <p>A worker never waits because only workers make room: tasks that it submits from the callback
   * of a future are queued beyond the bound.
   *
   * @param waiting receives the number of tasks that wait for a worker, not counting this one
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

  /** Ends the idle workers; call it only when no task is queued or running. */
  void close() {
    workers.shutdown();
  }

  /** A worker thread of one queue. */
  private static final class Worker extends Thread {
    private final WorkQueue queue;

    Worker(Runnable task, String name, WorkQueue queue) {
      super(task, name);
      this.queue = queue;
      setDaemon(true);
    }
  }
}
