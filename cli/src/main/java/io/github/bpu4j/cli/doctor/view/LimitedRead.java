// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.view;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads the beginning of a file, and gives up after a while: a sensor that is powered down may keep
 * its reader waiting.
 */
final class LimitedRead {
  private static final long MOST_MILLIS = 2000;

  private LimitedRead() {}

  /** Returns at most so many bytes; empty if the file cannot be read in time. */
  static Optional<byte[]> of(Path file, int bytes) {
    FutureTask<byte[]> reading = new FutureTask<>(() -> read(file, bytes));
    Thread thread = new Thread(reading, "bpu4j-doctor-read");
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(reading.get(MOST_MILLIS, TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static byte[] read(Path file, int bytes) throws IOException {
    try (InputStream in = new FileInputStream(file.toFile())) {
      return in.readNBytes(bytes);
    }
  }
}
