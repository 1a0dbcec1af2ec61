// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.stream;

import io.github.bpu4j.preprocess.ImageFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place for one accepted frame; kept and filled again, so that frames cost no objects. */
final class FrameSlot {
  private static final Logger LOG = LoggerFactory.getLogger(FrameSlot.class);

  private @Nullable ImageFrame frame;
  private @Nullable Runnable release;
  private long timestampMicros;
  private long offeredNanos;

  /** Fills the place; returns the release of the frame that it held, if any, not yet run. */
  @Nullable Runnable fill(ImageFrame pixels, long timestamp, Runnable owner, long nanos) {
    Runnable replaced = release;
    frame = pixels;
    release = owner;
    timestampMicros = timestamp;
    offeredNanos = nanos;
    return replaced;
  }

  /** Moves a frame here, which leaves the other place empty. */
  void takeFrom(FrameSlot other) {
    frame = other.frame;
    release = other.release;
    timestampMicros = other.timestampMicros;
    offeredNanos = other.offeredNanos;
    other.frame = null;
    other.release = null;
  }

  boolean isEmpty() {
    return frame == null;
  }

  /** The frame, which must be there. */
  ImageFrame frame() {
    ImageFrame pixels = frame;
    if (pixels == null) {
      throw new IllegalStateException("no frame");
    }
    return pixels;
  }

  long timestampMicros() {
    return timestampMicros;
  }

  long offeredNanos() {
    return offeredNanos;
  }

  /** Gives the pixels back to their owner unless that was done; the times stay. */
  void release() {
    Runnable owner = release;
    frame = null;
    release = null;
    if (owner != null) {
      run(owner);
    }
  }

  /** Runs a release and logs what it throws. */
  static void run(Runnable release) {
    try {
      release.run();
    } catch (RuntimeException | Error e) {
      LOG.warn("the release of a live frame failed", e);
    }
  }
}
