// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.api.live.LiveClassifier;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Moves frames from a source to a live stream. */
final class Pump {
  private Pump() {}

  /** Gives frames until null. */
  @FunctionalInterface
  interface Frames {
    @Nullable VideoFrame next() throws IOException;
  }

  static long run(Frames frames, LiveClassifier live) throws IOException {
    long accepted = 0;
    for (VideoFrame frame = frames.next(); frame != null; frame = frames.next()) {
      boolean taken = false;
      try {
        taken = live.offer(frame.image(), frame.timestampMicros(), frame.releaser());
      } finally {
        if (!taken) {
          frame.release();
        }
      }
      if (!taken) {
        break;
      }
      accepted++;
    }
    return accepted;
  }
}
