// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * Scratches between two uses: a few are kept, and a new one is made when none is idle.
 *
 * <p>Taking never waits. Thread-safe.
 */
final class ScratchPool {
  /** A scratch with more memory than this is left to the garbage collector. */
  static final long LARGEST_KEPT = 16L << 20;

  private final ArrayBlockingQueue<Scratch> idle;
  private final Supplier<Scratch> maker;

  /**
   * Empty at first.
   *
   * @param most how many are kept, at least 1
   */
  ScratchPool(int most, Supplier<Scratch> maker) {
    this.idle = new ArrayBlockingQueue<>(most);
    this.maker = maker;
  }

  Scratch take() {
    Scratch scratch = idle.poll();
    return scratch != null ? scratch : maker.get();
  }

  /** Keeps a scratch for the next picture, unless enough are kept or it is too large. */
  void giveBack(Scratch scratch) {
    if (scratch.bytes() <= LARGEST_KEPT) {
      idle.offer(scratch);
    }
  }
}
