// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.ModelFileException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A few kilobytes of a source at a time; moving it forward reads nothing in between. */
final class ByteWindow {
  private static final int CAPACITY = 8192;

  private final ByteSource source;
  private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY).limit(0);
  private long start;

  ByteWindow(ByteSource source) {
    this.source = source;
  }

  /** The byte at a position before the source's end. */
  byte at(long position) throws IOException {
    moveTo(position);
    return bytes.get();
  }

  /** Copies the bytes from a position on, all before the source's end. */
  void copy(long position, byte[] target) throws IOException {
    for (int done = 0; done < target.length; ) {
      moveTo(position + done);
      int count = Math.min(bytes.remaining(), target.length - done);
      bytes.get(target, done, count);
      done += count;
    }
  }

  private void moveTo(long position) throws IOException {
    long offset = position - start;
    if (offset >= 0 && offset < bytes.limit()) {
      bytes.position((int) offset);
      return;
    }
    bytes.clear();
    int count = source.read(bytes, position);
    bytes.flip();
    start = position;
    if (count <= 0) {
      throw new ModelFileException(
          Reason.TRUNCATED,
          "it became shorter while it was read: nothing at byte %d of %d"
              .formatted(position, source.size()));
    }
  }
}
