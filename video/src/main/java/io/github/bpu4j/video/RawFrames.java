// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.api.live.LiveClassifier;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads raw frames, one after the other without anything between them, from any stream: a pipe, a
 * socket, a file.
 *
 * <p>Each byte is copied once, into one of a ring of direct buffers that a {@link VideoFrame} lends
 * until its release. Timestamps are the times of arrival. One thread reads; any may release.
 *
 * @since 0.1.0
 */
public final class RawFrames implements AutoCloseable {
  private final InputStream in;
  private final RawLayout layout;
  private final FrameRing ring;
  private final FrameReader reader = new FrameReader();
  private final ArrivalClock clock = new ArrivalClock();

  /**
   * Starts reading at the stream's position.
   *
   * @param in read whole frames at a time, closed by {@link #close()}
   * @param layout of every frame
   * @param buffers of the ring, 2..64; a stream on a classifier holds at most one more frame than
   *     the classifier has requests
   */
  public RawFrames(InputStream in, RawLayout layout, int buffers) {
    if (buffers < 2 || buffers > 64) {
      throw new IllegalArgumentException("buffers " + buffers + ", expected 2..64");
    }
    this.in = Objects.requireNonNull(in, "in");
    this.layout = layout;
    this.ring = new FrameRing(layout, buffers);
  }

  /** The layout of the frames. */
  public RawLayout layout() {
    return layout;
  }

  /**
   * Reads the next frame; waits for its bytes, and for a free buffer of the ring.
   *
   * @return the frame, to be released; null at the end of the stream, or once closed
   * @throws EOFException if the stream ends within a frame
   * @throws IOException if reading fails
   */
  public @Nullable VideoFrame next() throws IOException {
    VideoFrame frame = ring.take();
    if (frame == null) {
      return null;
    }
    boolean whole = false;
    try {
      whole = reader.read(in, frame.bytes());
    } finally {
      if (!whole) {
        frame.release();
      }
    }
    if (!whole) {
      return null;
    }
    frame.stamp(clock.next());
    return frame;
  }

  /**
   * Offers all frames to a stream, until the source ends or the stream is closed.
   *
   * @return how many frames were accepted
   * @throws IOException if reading fails
   */
  public long pump(LiveClassifier live) throws IOException {
    return Pump.run(this::next, live);
  }

  /** Closes the stream, and wakes a thread that waits for a free buffer. */
  @Override
  public void close() throws IOException {
    ring.close();
    in.close();
  }

  /** Reads a frame's bytes; kept for its chunk. */
  static final class FrameReader {
    private static final int CHUNK = 1 << 16;

    private final byte[] chunk = new byte[CHUNK];

    /**
     * Fills a buffer.
     *
     * @return false at the end of the stream
     * @throws EOFException if it ends within the frame
     */
    boolean read(InputStream in, ByteBuffer into) throws IOException {
      into.clear();
      while (into.hasRemaining()) {
        int count = in.read(chunk, 0, Math.min(chunk.length, into.remaining()));
        if (count < 0) {
          if (into.position() == 0) {
            return false;
          }
          throw new EOFException(
              "the stream ended after %d of the %d bytes of a frame; check size, format and stride"
                  .formatted(into.position(), into.limit()));
        }
        into.put(chunk, 0, count);
      }
      into.flip();
      return true;
    }
  }
}
