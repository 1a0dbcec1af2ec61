// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The segments of a JPEG file that the JDK's reader must not see, and how many scans it has. */
final class JpegSegments {
  private static final int TEM = 0x01;
  private static final int SOS = 0xDA;
  private static final int APP2 = 0xE2;
  private static final byte[] ICC = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0};

  private final byte[] bytes;

  /** Creates a view of a file whose segments were read up to its first scan without damage. */
  JpegSegments(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Counts what looks like the header of a scan, which no compressed data do. */
  int scans() {
    int scans = 0;
    for (int at = 0; at + 1 < bytes.length; at++) {
      if (bytes[at] == (byte) 0xFF && (bytes[at + 1] & 0xFF) == SOS) {
        scans++;
      }
    }
    return scans;
  }

  /**
   * Returns the file without ICC profiles, by which ImageIO would convert colors; training
   * pipelines do not.
   */
  byte[] withoutProfile() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int copied = 0;
    for (int at = nextMarker(2); marker(at) != SOS; ) {
      int end = marker(at) == TEM ? at + 2 : at + 2 + length(at);
      if (marker(at) == APP2 && isProfile(at + 4)) {
        out.write(bytes, copied, at - copied);
        copied = end;
      }
      at = nextMarker(end);
    }
    if (copied == 0) {
      return bytes;
    }
    out.write(bytes, copied, bytes.length - copied);
    return out.toByteArray();
  }

  private int nextMarker(int from) {
    int at = from;
    while (bytes[at] != (byte) 0xFF || bytes[at + 1] == (byte) 0xFF || bytes[at + 1] == 0) {
      at++;
    }
    return at;
  }

  private int marker(int at) {
    return bytes[at + 1] & 0xFF;
  }

  private int length(int at) {
    return ((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF);
  }

  private boolean isProfile(int at) {
    return at + ICC.length <= bytes.length
        && Arrays.equals(bytes, at, at + ICC.length, ICC, 0, ICC.length);
  }
}
