// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import io.github.bpu4j.preprocess.Nv12Buffer;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that encodes pictures and tells the viewers: with each picture, soon after an
 * answer without one, and once a second in any case, so that no request waits for long.
 */
final class Publisher implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final long HEARTBEAT_NANOS = Duration.ofSeconds(1).toNanos();

  private final Pictures pictures;
  private final LiveState state;
  private final Bulletin bulletin;
  private final JpegEncoder encoder = new JpegEncoder();
  private final Thread thread = new Thread(this::run, "bpu4j-page");
  private volatile byte @Nullable [] picture;
  private int pictureNumber = 1 + new SecureRandom().nextInt(Integer.MAX_VALUE / 2);
  private long lastPublished = System.nanoTime();
  private volatile boolean closed;

  Publisher(Pictures pictures, LiveState state, Bulletin bulletin) {
    this.pictures = pictures;
    this.state = state;
    this.bulletin = bulletin;
    publish();
    thread.setDaemon(true);
    thread.start();
  }

  /** The newest picture as JPEG; null if there is none yet, or nobody looked for a while. */
  byte @Nullable [] picture() {
    return picture;
  }

  private void run() {
    try (encoder) {
      while (!closed) {
        step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void step() throws InterruptedException {
    Nv12Buffer next = pictures.await(PATIENCE);
    boolean watched = bulletin.isWatched();
    if (!watched) {
      picture = null;
    }
    if (next != null) {
      if (watched) {
        picture = encoder.encode(Pictures.view(next).toBufferedImage());
        pictureNumber++;
      }
      pictures.recycle(next);
    }
    if (next != null || state.isChanged() || System.nanoTime() - lastPublished > HEARTBEAT_NANOS) {
      publish();
    }
  }

  private void publish() {
    lastPublished = System.nanoTime();
    int number = picture == null ? 0 : pictureNumber;
    bulletin.publish(state.json(bulletin.nextSequence(), number, bulletin.viewers()));
  }

  /** Ends the thread and waits for it. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
