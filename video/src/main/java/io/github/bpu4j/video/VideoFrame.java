// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.preprocess.ImageFrame;
import java.nio.ByteBuffer;

/**
 * One frame in a buffer of a ring; call {@link #release()} when its pixels are no longer needed.
 *
 * <p>The same object comes back with later frames, so keep nothing of it after its release.
 *
 * @since 0.1.0
 */
public final class VideoFrame {
  private final FrameRing ring;
  private final ByteBuffer bytes;
  private final ImageFrame image;
  private final Runnable release = this::release;
  private long timestampMicros;
  private boolean lent;

  VideoFrame(FrameRing ring, RawLayout layout, ByteBuffer bytes) {
    this.ring = ring;
    this.bytes = bytes;
    this.image = layout.view(bytes);
  }

  /** The pixels; valid until {@link #release()}. */
  public ImageFrame image() {
    return image;
  }

  /** Microseconds since the start of the source; every frame's is later than the last one's. */
  public long timestampMicros() {
    return timestampMicros;
  }

  /**
   * Gives the buffer back to the ring, on any thread; call it once for every frame.
   *
   * <p>A second call has no effect before the buffer holds another frame, whose pixels it would
   * free too early afterwards.
   */
  public void release() {
    ring.giveBack(this);
  }

  /** The release as an object, the same for every frame in this buffer. */
  Runnable releaser() {
    return release;
  }

  ByteBuffer bytes() {
    return bytes;
  }

  void stamp(long micros) {
    timestampMicros = micros;
  }

  /** Under the ring's lock. */
  boolean isLent() {
    return lent;
  }

  /** Under the ring's lock. */
  void setLent(boolean now) {
    lent = now;
  }
}
