// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Feeds ImageIO from bytes in memory, without its cache file and without copies.
 *
 * <p>The reader of lossless WebP reads past the end once for each symbol of zero bits, and does not
 * stop after the last bit of a damaged file: 11 KB kept it busy for more than 20 seconds. An intact
 * picture has up to five symbols per pixel and thus a bounded number of such reads, each of which
 * gets a preallocated exception.
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

  /** Permits the reads past the end that an intact picture of this size may need. */
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

  /** Has no stack trace, since it is thrown once per symbol of zero bits. */
  private static final class End extends EOFException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
