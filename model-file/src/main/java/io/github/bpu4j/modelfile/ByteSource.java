// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.ModelFileException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read at any position, so that only what is needed is loaded. */
interface ByteSource {

  /** The number of bytes there are. */
  long size();

  /** Reads some bytes at a position into {@code target}; returns how many, or -1 at the end. */
  int read(ByteBuffer target, long position) throws IOException;

  static ByteSource of(byte[] bytes) {
    return new InMemory(bytes);
  }

  static ByteSource of(SeekableByteChannel channel) throws IOException {
    return new OnChannel(channel, channel.size());
  }

  /** One reading of a source. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ByteSource source) throws IOException;
  }

  /** Opens a file for one reading, whose errors then name the file. */
  static <T> T open(Path file, Reading<T> reading) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ModelFileException(Reason.FOREIGN, file + " is not usable: it is a folder");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ModelFileException(
          Reason.FOREIGN, file + " is not usable: it is a pipe or a device, expected a file");
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return reading.read(of(channel));
    } catch (ModelFileException e) {
      throw new ModelFileException(e.reason(), file + " is not usable: " + e.getMessage());
    }
  }

  /** Reads {@code length} bytes at a position, or fewer if the source ends before. */
  default byte[] bytes(long position, int length) throws IOException {
    ByteBuffer target = ByteBuffer.allocate((int) Math.max(0, Math.min(length, size() - position)));
    while (target.hasRemaining() && read(target, position + target.position()) > 0) {
      // the next round reads on where this one ended
    }
    byte[] bytes = new byte[target.position()];
    target.flip().get(bytes);
    return bytes;
  }

  /** An array that nobody changes while it is read. */
  final class InMemory implements ByteSource {
    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(ByteBuffer target, long position) {
      if (position >= bytes.length) {
        return -1;
      }
      int count = (int) Math.min(target.remaining(), bytes.length - position);
      target.put(bytes, (int) position, count);
      return count;
    }
  }

  /** A channel, as long as it was when first looked at. */
  final class OnChannel implements ByteSource {
    private final SeekableByteChannel channel;
    private final long size;

    OnChannel(SeekableByteChannel channel, long size) {
      this.channel = channel;
      this.size = size;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return channel.position(position).read(target);
    }
  }
}
