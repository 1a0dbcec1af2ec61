// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.stream;

import io.github.bpu4j.api.ClassifierObserver;
import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.LiveListener;
import io.github.bpu4j.api.spi.CloseGuard;
import io.github.bpu4j.api.spi.DurationText;
import io.github.bpu4j.preprocess.ImageFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream with one place for a waiting frame and a fixed set of workers.
 *
 * <p>A frame that finds a free request and an idle worker goes to that worker at once. Otherwise it
 * waits, and whoever makes the next request or worker free sends it on. Only if all requests are
 * lent to other callers, so that no worker will, one worker waits for the pool.
 *
 * <p>No deadlock: the lock guards fields alone, and neither the listener nor a release runs under
 * it. A worker takes its ticket with a request in hand, and holds none while it waits for its turn,
 * so the worker whose turn it is never waits for a later one.
 */
public final class LiveStream implements LiveClassifier {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

  private final String name;
  private final CloseGuard classifier;
  private final Duration closeTimeout;
  private final LiveListener listener;
  private final Smoother smoother;
  private final ClassifierObserver observer;
  private final Turns turns;
  private final List<LiveWorker> workers = new ArrayList<>();

  private final Object lock = new Object();
  private final FrameSlot waiting = new FrameSlot();
  private final List<LiveWorker> idle;
  private int holders;
  private boolean poolAwaited;
  private long lastTimestamp;
  private long tickets;
  private long offered;
  private long answered;
  private long dropped;
  private long failed;
  private long delivered;
  private boolean closed;

  private LiveStream(
      String name,
      CloseGuard classifier,
      Duration closeTimeout,
      int threads,
      LiveListener listener,
      Smoother smoother,
      ClassifierObserver observer) {
    this.name = name;
    this.classifier = classifier;
    this.closeTimeout = closeTimeout;
    this.listener = listener;
    this.smoother = smoother;
    this.observer = observer;
    this.turns = new Turns(threads);
    this.idle = new ArrayList<>(threads);
  }

  /**
   * Starts the workers: two for each request, so that requests stay in use while answers wait for
   * their turn.
   *
   * @param name of the model
   * @param classifier entered for every accepted frame until it has its outcome
   * @param closeTimeout how long {@link #close()} waits
   * @param requests of the classifier
   * @param passes creates the pass of a worker
   * @param observer the classifier's, notified of dropped frames; passes notify it of the others
   */
  public static LiveStream start(
      String name,
      CloseGuard classifier,
      Duration closeTimeout,
      int requests,
      Supplier<FramePass> passes,
      LiveListener listener,
      Smoother smoother,
      ClassifierObserver observer) {
    Objects.requireNonNull(listener, "listener");
    int threads = 2 * requests;
    LiveStream stream =
        new LiveStream(name, classifier, closeTimeout, threads, listener, smoother, observer);
    try {
      for (int i = 1; i <= threads; i++) {
        LiveWorker worker = new LiveWorker("bpu4j-live-" + name + "-" + i, stream, passes.get());
        worker.start();
        stream.workers.add(worker);
        stream.idle.add(worker);
      }
    } catch (RuntimeException | Error e) {
      stream.finish();
      throw e;
    }
    return stream;
  }

  @Override
  public boolean offer(ImageFrame frame, long timestampMicros, Runnable release) {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(release, "release");
    long now = System.nanoTime();
    if (!enterClassifier()) {
      return false;
    }
    Runnable replaced = null;
    boolean accepted = false;
    try {
      synchronized (lock) {
        if (!closed) {
          requireLater(timestampMicros);
          replaced = accept(frame, timestampMicros, release, now);
          accepted = true;
        }
      }
    } finally {
      if (!accepted) {
        classifier.leave();
      }
    }
    if (replaced != null) {
      classifier.leave();
      observer.dropped();
      FrameSlot.run(replaced);
    }
    return accepted;
  }

  @Override
  public LiveCounts counts() {
    synchronized (lock) {
      return new LiveCounts(offered, answered, dropped, failed);
    }
  }

  @Override
  public void close() {
    finish();
    if (!(Thread.currentThread() instanceof LiveWorker worker && worker.isOf(this))) {
      awaitDelivery();
    }
  }

  /** Refuses further frames and ends the workers as soon as all accepted ones are delivered. */
  public void finish() {
    synchronized (lock) {
      closed = true;
      endIfDelivered();
    }
  }

  /** Whether the stream is closed and all its frames are delivered. */
  public boolean isFinished() {
    synchronized (lock) {
      return closed && isDelivered();
    }
  }

  @Override
  public String toString() {
    return "live stream of " + name;
  }

  /** The classifier counts an accepted frame as work in flight until it has its outcome. */
  private boolean enterClassifier() {
    if (classifier.isClosed()) {
      return false;
    }
    try {
      classifier.enter();
      return true;
    } catch (IllegalStateException e) {
      return false; // closed meanwhile
    }
  }

  private void requireLater(long timestampMicros) {
    if (offered > 0 && timestampMicros <= lastTimestamp) {
      throw new IllegalArgumentException(
          "timestamp "
              + timestampMicros
              + " us after "
              + lastTimestamp
              + " us, expected a later one: timestamps of a live stream must rise");
    }
  }

  /** Returns the release of the frame that this one replaces. */
  private @Nullable Runnable accept(
      ImageFrame frame, long timestampMicros, Runnable release, long now) {
    lastTimestamp = timestampMicros;
    offered++;
    sendWaiting(); // another caller may have given a request back
    Runnable replaced = waiting.fill(frame, timestampMicros, release, now);
    if (replaced != null) {
      dropped++;
    }
    sendWaiting();
    return replaced;
  }

  /** Sends the waiting frame to an idle worker if there is one, and a request for it. */
  private void sendWaiting() {
    if (waiting.isEmpty() || idle.isEmpty()) {
      return;
    }
    LiveWorker worker = idle.get(idle.size() - 1);
    if (worker.pass().tryBorrow()) {
      idle.remove(idle.size() - 1);
      hand(worker);
      worker.wake();
    } else if (holders == 0 && !poolAwaited) {
      idle.remove(idle.size() - 1);
      poolAwaited = true;
      worker.awaitPool();
      worker.wake();
    }
  }

  /** Hands the waiting frame to a worker, whose pass holds a request. */
  private void hand(LiveWorker worker) {
    holders++;
    worker.assign(waiting, tickets++, dropped);
  }

  /** Called by the worker that waited for the pool: takes the frame that waits now, if any. */
  boolean takeWaiting(LiveWorker worker) {
    synchronized (lock) {
      poolAwaited = false;
      if (waiting.isEmpty()) {
        return false;
      }
      hand(worker);
      return true;
    }
  }

  /** Called by a worker that has given its request back. */
  void requestReturned() {
    synchronized (lock) {
      holders--;
      sendWaiting();
    }
  }

  /** Called by a worker with the turn, when its frame has its outcome; the listener is next. */
  void settled(boolean withResult) {
    synchronized (lock) {
      if (withResult) {
        answered++;
      } else {
        failed++;
      }
    }
    classifier.leave();
  }

  /** Called by a worker whose outcome is delivered. */
  void delivered() {
    synchronized (lock) {
      delivered++;
    }
  }

  /** Called by a worker that can take a frame. */
  void idle(LiveWorker worker) {
    synchronized (lock) {
      idle.add(worker);
      sendWaiting();
      endIfDelivered();
    }
  }

  LiveListener listener() {
    return listener;
  }

  Smoother smoother() {
    return smoother;
  }

  Turns turns() {
    return turns;
  }

  private void endIfDelivered() {
    if (closed && isDelivered()) {
      workers.forEach(LiveWorker::end);
      lock.notifyAll();
    }
  }

  private boolean isDelivered() {
    return delivered + dropped == offered;
  }

  private void awaitDelivery() {
    long deadline = System.nanoTime() + closeTimeout.toNanos();
    boolean interrupted = false;
    boolean done;
    synchronized (lock) {
      while (!isDelivered()) {
        long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
        if (millis <= 0) {
          break;
        }
        try {
          lock.wait(millis);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      done = isDelivered();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!done) {
      LOG.warn(
          "{} is closed, but not all its frames were delivered within {}; a slow listener or"
              + " inference keeps its threads",
          this,
          DurationText.of(closeTimeout));
    }
  }
}
