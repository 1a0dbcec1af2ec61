// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.spi.DurationText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames of a camera, a network stream or a video file, decoded by the {@code ffmpeg} of this
 * machine in a process of its own.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.openDefault();
 *     LiveClassifier live = classifier.live(result -> show(result));
 *     VideoSource camera = VideoSource.open("/dev/video0")) {
 *   camera.pump(live);
 * }
 * }</pre>
 *
 * <p>Frames are I420 of the range that was asked for, the video range by default, in a ring of
 * direct buffers. If a live source is lost, it is opened again, after half a second at first and at
 * most every 15 s; {@link VideoEvents} is told. A file is not, and its end is the end.
 *
 * <p>One thread calls {@link #next()} or {@link #pump}; any thread may release frames and close.
 * {@link #close()} ends the process and its children.
 *
 * @since 0.1.0
 */
public final class VideoSource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VideoSource.class);

  private final VideoConnector connector;
  private final VideoEvents events;
  private final ArrivalClock clock = new ArrivalClock();
  private final BackOff backOff = new BackOff();
  private final Object lock = new Object();

  private FfmpegFrames frames;
  private FrameRing ring;
  private RawLayout layout;
  private boolean lost;
  private boolean finished;
  private boolean closed;

  VideoSource(VideoConnector connector, VideoEvents events) throws VideoException {
    this.connector = connector;
    this.events = events;
    this.frames = connector.connect();
    this.layout = frames.layout();
    this.ring = new FrameRing(layout, connector.options().buffers());
  }

  /**
   * Opens a source with the default options; see {@link #builder}.
   *
   * @throws VideoException if it gives no frame; the message says why and what to do
   */
  public static VideoSource open(String source) throws VideoException {
    return builder(source).open();
  }

  /**
   * Starts from the default options.
   *
   * @param source a camera ({@code /dev/video0}; {@code camera:NAME} on macOS and Windows), a
   *     network stream ({@code rtsp://...}, {@code http://...} and others), or the name of a file
   */
  public static VideoSourceBuilder builder(String source) {
    return new VideoSourceBuilder(VideoInput.of(source));
  }

  /** What the source delivers; the size may change when a live source is found again. */
  public VideoInfo info() {
    synchronized (lock) {
      return new VideoInfo(
          connector.input().toString(),
          connector.input().isLive(),
          layout,
          frames.framesPerSecond());
    }
  }

  /**
   * Waits for the next frame, and for a free buffer if all are in use; opens a lost live source
   * again.
   *
   * <p>A live source's timestamp is the time of arrival, a file's is its time in the file.
   *
   * @return the frame, to be released once; null at the end of a file, or once closed
   * @throws VideoException if the source fails and is not opened again
   * @throws InterruptedIOException if the thread is interrupted while it waits for a buffer or for
   *     the next attempt
   */
  public @Nullable VideoFrame next() throws IOException {
    while (true) {
      FrameRing buffers;
      FfmpegFrames source;
      synchronized (lock) {
        if (closed || finished) {
          return null;
        }
        buffers = ring;
        source = frames;
      }
      VideoFrame frame = buffers.take();
      if (frame == null) {
        return null;
      }
      if (source.read(frame)) {
        return stamped(frame, source);
      }
      frame.release();
      if (!resume(source)) {
        return null;
      }
    }
  }

  /**
   * Offers all frames to a live stream, until the source ends, this is closed, or the stream is.
   *
   * @return how many frames were accepted
   * @throws IOException as {@link #next()}
   */
  public long pump(LiveClassifier live) throws IOException {
    return Pump.run(this::next, live);
  }

  /** Ends the process and its children, and wakes the thread that waits; idempotent. */
  @Override
  public void close() {
    FfmpegFrames last;
    synchronized (lock) {
      closed = true;
      last = frames;
      ring.close();
      lock.notifyAll();
    }
    last.end();
  }

  @Override
  public String toString() {
    return "video source " + connector.input();
  }

  private VideoFrame stamped(VideoFrame frame, FfmpegFrames source) {
    frame.stamp(connector.input().isLive() ? clock.next() : source.mediaMicros());
    if (lost) {
      lost = false;
      LOG.info("{} is back", this);
      events.found(info());
    }
    backOff.reset();
    return frame;
  }

  /** After the output has ended: opens a live source again; false at the end. */
  private boolean resume(FfmpegFrames source) throws IOException {
    if (isClosed()) {
      return false;
    }
    VideoException failure = source.failure();
    boolean again = connector.input().isLive() && connector.options().reconnect();
    if (!again) {
      synchronized (lock) {
        finished = true;
      }
      if (failure != null && !isClosed()) {
        throw failure;
      }
      return false;
    }
    return reconnect(failure == null ? VideoErrors.streamEnded(connector.input()) : failure);
  }

  private boolean reconnect(VideoException first) throws IOException {
    VideoException failure = first;
    while (!isClosed()) {
      lost = true;
      Duration pause = backOff.next();
      LOG.warn("{}; trying again in {}", failure.getMessage(), DurationText.of(pause));
      events.lost(failure, pause);
      if (!sleep(pause)) {
        return false;
      }
      try {
        use(connector.connect());
        return true;
      } catch (VideoException e) {
        failure = e;
      }
    }
    return false;
  }

  private void use(FfmpegFrames found) {
    boolean late;
    synchronized (lock) {
      late = closed;
      frames = found;
      if (!late && !found.layout().equals(layout)) {
        layout = found.layout();
        ring = new FrameRing(layout, connector.options().buffers());
      }
    }
    if (late) {
      found.end();
    }
  }

  /** Waits; false if closed meanwhile. */
  private boolean sleep(Duration time) throws InterruptedIOException {
    long end = System.nanoTime() + time.toNanos();
    synchronized (lock) {
      try {
        for (long left = time.toMillis(); left > 0 && !closed; ) {
          lock.wait(left);
          left = (end - System.nanoTime()) / 1_000_000;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while " + this + " was lost");
      }
      return !closed;
    }
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }
}
