// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import javax.imageio.stream.ImageInputStreamImpl;

/** Feeds ImageIO from bytes in memory, without its cache file and without copies. */
final class InMemoryImageInput extends ImageInputStreamImpl {
  private final byte[] bytes;

  InMemoryImageInput(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return -1;
    }
    int n = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, to, offset, n);
    streamPos += n;
    return n;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
