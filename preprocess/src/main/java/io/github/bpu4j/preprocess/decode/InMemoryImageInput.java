// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Lets ImageIO read from bytes in memory, without its cache file and without copies.
 *
 * <p>The reader of lossless WebP looks for a byte past the end once for each symbol that takes no
 * bits, and in a damaged file goes on after the last bit: 11 KB kept it busy for longer than 20
 * seconds. A sound picture has up to five symbols a pixel, and so at most as many such reads; each
 * is answered by an exception that costs little.
 */
final class InMemoryImageInput extends ImageInputStreamImpl {
  private static final int READS_PAST_END = 1 << 16;
  private static final int READS_PAST_END_FOR_A_PIXEL = 5;

  private final byte[] bytes;
  private final int limit;
  private final End end = new End();
  private long readsPastEnd = READS_PAST_END;

  InMemoryImageInput(byte[] bytes) {
    this.bytes = bytes;
    limit = bytes.length;
  }

  /** Allows the reads past the end that a sound picture of this size may need. */
  void expectPixels(long pixels) {
    readsPastEnd = READS_PAST_END + READS_PAST_END_FOR_A_PIXEL * pixels;
  }

  @Override
  public int read() throws ImageDecodeException {
    bitOffset = 0;
    if (streamPos < limit) {
      return bytes[(int) streamPos++] & 0xFF;
    }
    if (readsPastEnd-- == 0) {
      throw new ImageDecodeException(
          "damaged: the data ends before the last pixel; fetch the file again");
    }
    return -1;
  }

  @Override
  public byte readByte() throws IOException {
    int value = read();
    if (value < 0) {
      throw end;
    }
    return (byte) value;
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= limit) {
      return -1;
    }
    int n = (int) Math.min(length, limit - streamPos);
    System.arraycopy(bytes, (int) streamPos, to, offset, n);
    streamPos += n;
    return n;
  }

  @Override
  public long length() {
    return limit;
  }

  /** Thrown so often that filling in where would take most of the time. */
  private static final class End extends EOFException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
