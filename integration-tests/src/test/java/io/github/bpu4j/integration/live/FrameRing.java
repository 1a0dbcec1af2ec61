// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A camera's ring of NV12 buffers, which notices a buffer that is released twice. */
final class FrameRing {
  private final Buffer[] buffers;
  private final AtomicLong releases = new AtomicLong();
  private final AtomicLong wrongReleases = new AtomicLong();

  FrameRing(int count, int width, int height) {
    buffers = new Buffer[count];
    for (int i = 0; i < count; i++) {
      ByteBuffer pixels = ByteBuffer.allocateDirect(width * height / 2 * 3);
      while (pixels.hasRemaining()) {
        pixels.put((byte) (i * 29 + pixels.position() * 7));
      }
      buffers[i] = new Buffer(ImageFrame.nv12(pixels.flip(), width, height, width, YuvRange.VIDEO));
    }
  }

  /** A free buffer, or null if the stream holds all. */
  @Nullable Buffer take() {
    for (Buffer buffer : buffers) {
      if (buffer.lent.compareAndSet(false, true)) {
        return buffer;
      }
    }
    return null;
  }

  long releases() {
    return releases.get();
  }

  long wrongReleases() {
    return wrongReleases.get();
  }

  final class Buffer implements Runnable {
    final ImageFrame frame;
    private final AtomicBoolean lent = new AtomicBoolean();

    Buffer(ImageFrame frame) {
      this.frame = frame;
    }

    @Override
    public void run() {
      releases.incrementAndGet();
      if (!lent.compareAndSet(true, false)) {
        wrongReleases.incrementAndGet();
      }
    }
  }
}
