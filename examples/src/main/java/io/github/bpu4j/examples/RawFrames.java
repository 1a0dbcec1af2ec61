// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Consecutive frames in a file, as written by {@code ffmpeg -pix_fmt nv12 -f rawvideo}. */
final class RawFrames implements FrameSource {
  private final Path file;
  private final FileChannel channel;

  RawFrames(Path file) throws IOException {
    this.file = file;
    channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  @Override
  public boolean next(ByteBuffer frame) throws IOException {
    frame.clear();
    while (frame.hasRemaining() && channel.read(frame) >= 0) {
      // a read may return less than a frame
    }
    if (frame.position() == 0) {
      return false;
    }
    if (frame.hasRemaining()) {
      throw new EOFException(
          "%s ends inside a frame: %d of %d bytes; is the size right?"
              .formatted(file, frame.position(), frame.capacity()));
    }
    frame.flip();
    return true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
