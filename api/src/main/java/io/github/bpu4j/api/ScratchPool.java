// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * Keeps scratch buffers for reuse, and creates a new one if none is idle.
 *
 * <p>Taking one never blocks. Thread-safe.
 */
final class ScratchPool {
  /** A buffer with more memory than this is left to the garbage collector. */
  static final long LARGEST_KEPT = 16L << 20;

  private final ArrayBlockingQueue<Scratch> idle;
  private final Supplier<Scratch> maker;

  /**
   * Creates an empty pool.
   *
   * @param most how many buffers are kept, at least 1
   */
  ScratchPool(int most, Supplier<Scratch> maker) {
    this.idle = new ArrayBlockingQueue<>(most);
    this.maker = maker;
  }

  Scratch take() {
    Scratch scratch = idle.poll();
    return scratch != null ? scratch : maker.get();
  }

  /** Keeps a buffer for the next picture, unless the pool is full or the buffer is too large. */
  void giveBack(Scratch scratch) {
    if (scratch.bytes() <= LARGEST_KEPT) {
      idle.offer(scratch);
    }
  }
}
