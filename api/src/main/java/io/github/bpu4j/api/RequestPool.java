// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.preprocess.Preprocessing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of requests, each lent to one thread at a time; if none is free, callers wait in
 * turn.
 */
final class RequestPool {
  private final String name;
  private final List<PooledRequest> requests;
  private final ArrayBlockingQueue<PooledRequest> idle;

  private RequestPool(String name, List<PooledRequest> requests) {
    this.name = name;
    this.requests = requests;
    this.idle = new ArrayBlockingQueue<>(requests.size(), true, requests);
  }

  /** Allocates all requests; if that fails, closes those already allocated. */
  static RequestPool open(ClassificationModel model, Preprocessing preprocessing, int size) {
    List<PooledRequest> requests = new ArrayList<>(size);
    try {
      while (requests.size() < size) {
        requests.add(new PooledRequest(model, preprocessing));
      }
    } catch (RuntimeException | Error e) {
      requests.forEach(PooledRequest::discard);
      throw e;
    }
    return new RequestPool(model.info().name(), requests);
  }

  /** Borrows a request if one is free, and returns null otherwise. */
  @Nullable PooledRequest tryBorrow() {
    return idle.poll();
  }

  /**
   * Borrows a request.
   *
   * @param deadlineNanos of {@link System#nanoTime()}
   * @throws ClassifierBusyException if none is free by then
   */
  PooledRequest borrow(long deadlineNanos) {
    PooledRequest request = idle.poll();
    if (request != null) {
      return request;
    }
    try {
      request = idle.poll(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InferenceException("interrupted while waiting for a free request of " + name, e);
    }
    if (request == null) {
      throw new ClassifierBusyException(
          "all "
              + requests.size()
              + " requests of "
              + name
              + " stayed in use until the timeout; "
              + "raise concurrency or timeout, or send fewer pictures");
    }
    return request;
  }

  /** How many requests there are, lent or not. */
  int size() {
    return requests.size();
  }

  void giveBack(PooledRequest request) {
    idle.add(request);
  }

  /** Closes all requests in reverse order; call it only when none is borrowed. */
  void close() {
    for (int i = requests.size() - 1; i >= 0; i--) {
      requests.get(i).discard();
    }
  }
}
