// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.stream;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.live.LiveResult;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one frame at a time from conversion to the listener. */
final class LiveWorker extends Thread {
  private static final Logger LOG = LoggerFactory.getLogger(LiveWorker.class);

  /** What the stream wants of an idle worker; it changes fields only while IDLE. */
  private enum Order {
    IDLE,
    FRAME,
    AWAIT_POOL,
    END
  }

  private final LiveStream stream;
  private final FramePass pass;
  private final FrameSlot slot = new FrameSlot();
  private final Runnable release = slot::release;
  private volatile Order order = Order.IDLE;
  private long ticket;
  private long droppedBefore;

  LiveWorker(String name, LiveStream stream, FramePass pass) {
    super(name);
    this.stream = stream;
    this.pass = pass;
    setDaemon(true);
  }

  boolean isOf(LiveStream other) {
    return stream == other;
  }

  FramePass pass() {
    return pass;
  }

  void assign(FrameSlot from, long turn, long dropped) {
    slot.takeFrom(from);
    ticket = turn;
    droppedBefore = dropped;
    order = Order.FRAME;
  }

  void awaitPool() {
    order = Order.AWAIT_POOL;
  }

  /** Ends the thread, which must be idle or about to be. */
  void end() {
    order = Order.END;
    wake();
  }

  void wake() {
    LockSupport.unpark(this);
  }

  @Override
  public void run() {
    while (true) {
      switch (order) {
        case END -> {
          return;
        }
        case FRAME -> {
          pass.started();
          outcome(infer());
          becomeIdle();
        }
        case AWAIT_POOL -> {
          Exception failure = borrow();
          if (stream.takeWaiting(this)) {
            pass.started();
            outcome(failure == null ? infer() : refuse(failure));
          } else if (failure == null) {
            pass.giveBack();
          }
          becomeIdle();
        }
        case IDLE -> {
          LockSupport.park(stream);
          Thread.interrupted();
        }
      }
    }
  }

  private void becomeIdle() {
    order = Order.IDLE;
    stream.idle(this);
  }

  private @Nullable Exception borrow() {
    try {
      pass.borrow();
      return null;
    } catch (RuntimeException | Error e) {
      return exception(e);
    }
  }

  /** Fails a frame for which there was no request. */
  private Exception refuse(Exception failure) {
    slot.release();
    stream.requestReturned();
    return failure;
  }

  /** Uses the request and returns it; its failure, if any, waits for its turn as an answer does. */
  private @Nullable Exception infer() {
    Exception failure = null;
    try {
      pass.infer(slot.frame(), release);
    } catch (RuntimeException | Error e) {
      failure = exception(e);
    } finally {
      slot.release();
      stream.requestReturned();
    }
    return failure;
  }

  private void outcome(@Nullable Exception inferFailure) {
    stream.turns().await(ticket);
    long ready = System.nanoTime();
    Exception failure = inferFailure;
    ClassificationResult result = null;
    if (failure == null) {
      try {
        result = pass.rank(stream.smoother(), slot.timestampMicros(), slot.offeredNanos());
      } catch (RuntimeException | Error e) {
        failure = exception(e);
      }
    }
    if (failure != null) {
      pass.failed(failure, slot.offeredNanos());
    }
    pass.ended();
    stream.settled(result != null);
    deliver(result, failure, ready);
    stream.delivered();
    stream.turns().pass();
  }

  private void deliver(
      @Nullable ClassificationResult result, @Nullable Exception failure, long ready) {
    long timestamp = slot.timestampMicros();
    try {
      if (result != null) {
        long waited = result.timings().queueNanos();
        long turn = ready - pass.inferredNanos();
        stream.listener().onResult(new LiveResult(result, timestamp, waited, turn, droppedBefore));
      } else if (failure != null) {
        stream.listener().onFailure(timestamp, failure);
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("the listener of the {} failed at the frame of {} us", stream, timestamp, e);
    }
    Thread.interrupted(); // must not reach the next inference
  }

  private Exception exception(Throwable e) {
    return e instanceof Exception exception
        ? exception
        : new InferenceException("classifying a frame of the " + stream + " ended with " + e, e);
  }
}
