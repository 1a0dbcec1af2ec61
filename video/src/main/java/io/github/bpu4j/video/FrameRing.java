// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Direct buffers for frames, each lent to one user at a time.
 *
 * <p>Memory: the buffers live as long as the ring or a frame of it is reachable.
 */
final class FrameRing {
  private final VideoFrame[] frames;
  private int next;
  private boolean closed;

  FrameRing(RawLayout layout, int buffers) {
    frames = new VideoFrame[buffers];
    for (int i = 0; i < buffers; i++) {
      frames[i] = new VideoFrame(this, layout, ByteBuffer.allocateDirect(layout.frameBytes()));
    }
  }

  /** Waits for a free buffer; null once closed. */
  synchronized @Nullable VideoFrame take() throws InterruptedIOException {
    VideoFrame frame = lendFree();
    while (frame == null && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while all frames of the source were in use");
      }
      frame = lendFree();
    }
    return frame;
  }

  private @Nullable VideoFrame lendFree() {
    for (int i = 0; i < frames.length && !closed; i++) {
      VideoFrame frame = frames[(next + i) % frames.length];
      if (!frame.isLent()) {
        frame.setLent(true);
        next = (next + i + 1) % frames.length;
        return frame;
      }
    }
    return null;
  }

  synchronized void giveBack(VideoFrame frame) {
    if (frame.isLent()) {
      frame.setLent(false);
      notifyAll();
    }
  }

  /** Wakes who waits for a buffer. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
