// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that ends runs of a model that exceed their timeout.
 *
 * <p>ONNX Runtime checks the flag that it sets between two operators of the model. Arming allocates
 * nothing, and wakes the thread only if the new deadline is the earliest.
 */
final class Watchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  private final List<Alarm> alarms = new ArrayList<>();
  private final Thread thread;
  private boolean idle = true;
  private long wakeAt;
  private boolean closed;

  Watchdog(String model) {
    thread = new Thread(this::watch, "bpu4j-onnx-watchdog " + model);
    thread.setDaemon(true);
    thread.start();
  }

  /** One run's deadline; armed by one thread at a time. */
  final class Alarm {
    private final RunOptions run;
    private boolean armed;
    private long deadline;
    private boolean terminated;

    private Alarm(RunOptions run) {
      this.run = run;
    }

    /** Ends the run at a time of {@link System#nanoTime()}, unless disarmed before. */
    void arm(long nanoTime) {
      synchronized (Watchdog.this) {
        deadline = nanoTime;
        armed = true;
        if (idle || nanoTime - wakeAt < 0) {
          Watchdog.this.notifyAll();
        }
      }
    }

    /** Disarms the deadline; returns whether it has ended the run. */
    boolean disarm() {
      synchronized (Watchdog.this) {
        armed = false;
        return terminated;
      }
    }

    /** Removes the run; its options may be closed afterwards. */
    void remove() {
      synchronized (Watchdog.this) {
        alarms.remove(this);
      }
    }

    private void terminate() {
      armed = false;
      terminated = true;
      try {
        run.setTerminate(true);
      } catch (OrtException e) {
        LOG.warn("cannot end a run that takes longer than its timeout", e);
      }
    }
  }

  synchronized Alarm alarm(RunOptions run) {
    Alarm alarm = new Alarm(run);
    alarms.add(alarm);
    return alarm;
  }

  /** Ends all runs in progress, whatever their deadlines. */
  synchronized void terminateAll() {
    for (Alarm alarm : alarms) {
      if (alarm.armed) {
        alarm.terminate();
      }
    }
  }

  private synchronized void watch() {
    while (!closed) {
      long wait = terminateDue(System.nanoTime());
      try {
        if (idle) {
          wait();
        } else {
          wait(wait / 1_000_000, (int) (wait % 1_000_000));
        }
      } catch (InterruptedException e) {
        LOG.debug("an interrupt does not end the watchdog; closing its model does", e);
      }
    }
  }

  /** Ends all runs that are due and returns the nanoseconds to the next deadline. */
  private long terminateDue(long now) {
    idle = true;
    for (Alarm alarm : alarms) {
      if (alarm.armed && alarm.deadline - now <= 0) {
        alarm.terminate();
      } else if (alarm.armed && (idle || alarm.deadline - wakeAt < 0)) {
        idle = false;
        wakeAt = alarm.deadline;
      }
    }
    return idle ? 0 : wakeAt - now;
  }

  /** Ends the thread; call it only when nothing is running. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
