// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import io.github.bpu4j.models.download.DownloadListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds one folder of the cache, against other threads and other processes. The system lets go of
 * it when a process dies; the empty file stays.
 */
final class FolderLock {
  static final String NAME = ".lock";
  private static final long POLL_MILLIS = 50;

  /** Held by this process; closing a second channel of a file may free the first one's lock. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** What is done while nobody else does anything in the folder. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Waits until nobody else holds the folder, and works in it. */
  static <T> T during(Path folder, DownloadListener listener, Work<T> work) throws IOException {
    FolderLock lock = on(folder, listener);
    try {
      return work.run();
    } finally {
      lock.close();
    }
  }

  private static FolderLock on(Path folder, DownloadListener listener) throws IOException {
    try {
      boolean told = false;
      while (true) {
        Optional<FolderLock> lock = tryOn(folder);
        if (lock.isPresent()) {
          return lock.get();
        }
        if (!told) {
          listener.note("waiting for another download to " + folder);
          told = true;
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException)
          new InterruptedIOException("interrupted while waiting for " + folder).initCause(e);
    }
  }

  private static Optional<FolderLock> tryOn(Path folder) throws IOException {
    if (!HELD.add(folder)) {
      return Optional.empty();
    }
    boolean locked = false;
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      locked = tryLock(channel);
      if (locked) {
        return Optional.of(new FolderLock(folder, channel));
      }
      channel.close();
      return Optional.empty();
    } finally {
      if (!locked) {
        HELD.remove(folder);
      }
    }
  }

  /** False if another process holds it, or this one through another class loader. */
  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(folder);
    }
  }
}
