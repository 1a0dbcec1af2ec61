// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process of {@code ffmpeg}, the thread that reads its stderr, and the one that ends it if it
 * sends nothing for too long.
 *
 * <p>{@link #end()} ends the process and its children. A process that outlives the JVM ends at its
 * next frame, because nobody reads its output.
 */
final class FfmpegRun {
  private static final Logger LOG = LoggerFactory.getLogger(FfmpegRun.class);
  private static final int KEPT_LINES = 20;
  private static final long GRACE_SECONDS = 2;
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Process process;
  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread errors;
  private final Duration silence;
  private volatile long waitingSince = System.nanoTime();
  private volatile boolean waiting = true;
  private volatile boolean silent;
  private volatile boolean ended;

  private FfmpegRun(Process process, Duration silence) {
    this.process = process;
    this.silence = silence;
    this.errors = new Thread(this::readErrors, "bpu4j-ffmpeg-stderr");
    errors.setDaemon(true);
  }

  /**
   * Starts a command.
   *
   * @param silence after which it is ended; zero for never
   */
  static FfmpegRun start(List<String> command, Duration silence) throws VideoException {
    LOG.debug("running {}", command);
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw VideoErrors.noFfmpeg(command.get(0), e);
    }
    FfmpegRun run = new FfmpegRun(process, silence);
    run.errors.start();
    if (!silence.isZero()) {
      Thread watch = new Thread(run::watch, "bpu4j-ffmpeg-watch");
      watch.setDaemon(true);
      watch.start();
    }
    return run;
  }

  /** Its frames. */
  InputStream output() {
    return process.getInputStream();
  }

  /** Notes that its output is being read from now on, or not, so that silence is its own. */
  void expect(boolean reading) {
    waitingSince = System.nanoTime();
    waiting = reading;
  }

  Duration silence() {
    return silence;
  }

  /** Whether it was ended because nothing came. */
  boolean wasSilent() {
    return silent;
  }

  /** Waits for the end after its output has ended, and returns the exit code; 129.. is a signal. */
  int exitCode() {
    if (!endsWithinGrace()) {
      end();
    }
    try {
      errors.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return process.isAlive() ? 128 : process.exitValue();
  }

  /** The last lines on stderr. */
  List<String> lines() {
    synchronized (lines) {
      return new ArrayList<>(lines);
    }
  }

  /**
   * Ends the process and its children, if they have not ended, and waits; idempotent.
   *
   * <p>An interrupt does not shorten the wait of some seconds.
   */
  void end() {
    ended = true;
    List<ProcessHandle> children = process.descendants().toList();
    children.forEach(ProcessHandle::destroy);
    process.destroy();
    if (!endsWithinGrace()) {
      process.destroyForcibly();
      endsWithinGrace();
    }
    children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }

  private boolean endsWithinGrace() {
    boolean interrupted = false;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
    try {
      while (true) {
        try {
          return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void readErrors() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        LOG.debug("ffmpeg: {}", line);
        synchronized (lines) {
          if (lines.size() == KEPT_LINES) {
            lines.remove();
          }
          lines.add(line);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("stderr of ffmpeg ended", e); // it does when the process is ended
    }
  }

  private void watch() {
    while (!ended && process.isAlive()) {
      long left = waitingSince + silence.toNanos() - System.nanoTime();
      if (left <= 0 && waiting) {
        silent = true;
        end();
        return;
      }
      try {
        TimeUnit.NANOSECONDS.sleep(Math.max(1, Math.min(left, POLL_NANOS)));
      } catch (InterruptedException e) {
        return; // nobody but the JVM's end
      }
    }
  }
}
