// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.limits.LimitCheck;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads one file after another into the same memory. Not thread-safe.
 *
 * <p>Memory: grows to the largest file, but no more than 8 MiB are kept for the next one.
 */
public final class FileBytes {
  private static final int MOST_KEPT = 8 << 20;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  /** A channel copies through native memory of as many bytes, which belongs to the thread. */
  private static final int CHUNK = 64 << 10;

  private ByteBuffer buffer = ByteBuffer.allocate(0);

  /** Creates memory for no bytes. */
  public FileBytes() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @param limits bounds on its size
   * @return how many bytes it has
   * @throws IOException when it cannot be read or exceeds the limit
   */
  public int read(Path file, DecodeLimits limits) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      LimitCheck.requireBytes(channel.size(), limits);
      buffer.clear();
      reserve(channel.size() + 1);
      while (readChunk(channel)) {
        LimitCheck.requireBytes(buffer.position(), limits);
        if (buffer.position() == buffer.capacity()) {
          reserve(2L * buffer.capacity());
        }
      }
      return buffer.position();
    } catch (OutOfMemoryError e) {
      throw DecodingErrors.tooLargeForHeap("the file's bytes do", "maxBytes", e);
    }
  }

  private boolean readChunk(SeekableByteChannel channel) throws IOException {
    buffer.limit(Math.min(buffer.capacity(), buffer.position() + CHUNK));
    return channel.read(buffer) >= 0;
  }

  private void reserve(long bytes) {
    if (buffer.capacity() < bytes) {
      long capacity = Math.min(Math.max(bytes, CHUNK), LARGEST);
      ByteBuffer larger = ByteBuffer.allocate((int) capacity);
      buffer = larger.put(buffer.flip());
    }
  }

  /**
   * Returns the memory.
   *
   * @return an array that begins with the bytes of the file read last
   */
  public byte[] array() {
    return buffer.array();
  }

  /** Gives up memory that only a large file needs. */
  public void close() {
    if (buffer.capacity() > MOST_KEPT) {
      buffer = ByteBuffer.allocate(0);
    }
  }
}
