// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hands scaled copies of frames from the camera's thread to the encoder's: the newest wins.
 *
 * <p>Two buffers are enough: one is encoded while the other is filled, again and again if the
 * encoder is slow. The side of the camera never waits.
 */
final class Pictures {
  private static final int LONGEST_SIDE = 800;
  private static final Preprocessing SCALING =
      Preprocessing.defaults().withInterpolation(Interpolation.LINEAR).withRange(YuvRange.FULL);

  private final long gapNanos;
  private final ReentrantLock filling = new ReentrantLock();
  private @Nullable Nv12Converter converter;
  private int sourceWidth;
  private int sourceHeight;
  private int width;
  private int height;
  private long lastTaken;

  /** Guarded by this object's lock, as are the two places below. */
  private @Nullable Nv12Buffer waiting;

  private @Nullable Nv12Buffer spare;

  Pictures(Duration gap) {
    gapNanos = gap.toNanos();
    lastTaken = System.nanoTime() - gapNanos;
  }

  /** Copies the frame if its turn has come; otherwise returns at once. */
  void offer(ImageFrame frame) {
    if (filling.tryLock()) {
      try {
        long now = System.nanoTime();
        if (now - lastTaken >= gapNanos) {
          lastTaken = now;
          put(scaled(frame));
        }
      } finally {
        filling.unlock();
      }
    }
  }

  private Nv12Buffer scaled(ImageFrame frame) {
    Nv12Converter fitting = converterFor(frame);
    Nv12Buffer free = takeFree();
    Nv12Buffer target =
        free != null && free.width() == width && free.height() == height
            ? free
            : Nv12Buffer.allocate(width, height);
    fitting.convert(frame, target);
    return target;
  }

  private Nv12Converter converterFor(ImageFrame frame) {
    Nv12Converter current = converter;
    if (current == null || frame.width() != sourceWidth || frame.height() != sourceHeight) {
      sourceWidth = frame.width();
      sourceHeight = frame.height();
      double longest = Math.max(sourceWidth, sourceHeight);
      double factor = Math.min(1, LONGEST_SIDE / longest);
      width = even(sourceWidth * factor);
      height = even(sourceHeight * factor);
      current = new Nv12Converter(SCALING, width, height);
      converter = current;
    }
    return current;
  }

  private static int even(double side) {
    return Math.max(2, 2 * (int) Math.round(side / 2));
  }

  /** Returns the spare buffer, or the one that waits, whose older picture is then lost. */
  private synchronized @Nullable Nv12Buffer takeFree() {
    Nv12Buffer free = spare == null ? waiting : spare;
    if (spare == null) {
      waiting = null;
    }
    spare = null;
    return free;
  }

  private synchronized void put(Nv12Buffer picture) {
    if (waiting != null) {
      spare = waiting;
    }
    waiting = picture;
    notifyAll();
  }

  /** Waits for a picture; null if none comes in time. Give it back with {@link #recycle}. */
  synchronized @Nullable Nv12Buffer await(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); waiting == null && left > 0; ) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    Nv12Buffer picture = waiting;
    waiting = null;
    return picture;
  }

  synchronized void recycle(Nv12Buffer picture) {
    spare = picture;
  }

  /** A view on what {@link #await} returned. */
  static ImageFrame view(Nv12Buffer picture) {
    return ImageFrame.nv12(
        picture.bytes(), picture.width(), picture.height(), picture.rowPitch(), YuvRange.FULL);
  }
}
