// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.video.VideoFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the buffers of frames that are being inferred, so that a frame can be saved with its
 * answer, without a copy of each.
 *
 * <p>A stream releases a frame before its inference, on a worker thread, or when it drops it, on
 * the thread that offers the next one. Only the former are kept, until they are settled: never more
 * than the stream has workers, and at most a given number. A frame beyond goes back at once and
 * cannot be saved.
 */
final class HeldFrames {
  private final int most;
  private final List<VideoFrame> held = new ArrayList<>();

  /**
   * Holds nothing yet.
   *
   * @param most how many frames to keep; 0 to give every frame back at once
   */
  HeldFrames(int most) {
    this.most = most;
  }

  /** Offers a frame to a stream; false if it is refused, and then given back to its source. */
  boolean offer(LiveClassifier live, VideoFrame frame) {
    Thread offering = Thread.currentThread();
    boolean taken = false;
    try {
      taken =
          live.offer(
              frame.image(),
              frame.timestampMicros(),
              () -> release(frame, Thread.currentThread() == offering));
    } finally {
      if (!taken) {
        frame.release();
      }
    }
    return taken;
  }

  /** Takes the frame with this timestamp, which the caller gives back; null if it is not kept. */
  synchronized @Nullable VideoFrame take(long timestampMicros) {
    for (Iterator<VideoFrame> each = held.iterator(); each.hasNext(); ) {
      VideoFrame frame = each.next();
      if (frame.timestampMicros() == timestampMicros) {
        each.remove();
        return frame;
      }
    }
    return null;
  }

  private void release(VideoFrame frame, boolean dropped) {
    if (dropped || !hold(frame)) {
      frame.release();
    }
  }

  private synchronized boolean hold(VideoFrame frame) {
    return held.size() < most && held.add(frame);
  }
}
