// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import java.util.Arrays;

/**
 * Finds markers in a whole JPEG file by their two bytes, which compressed data never hold. Those of
 * a thumbnail in a segment are found too.
 */
final class JpegMarkers {
  private static final int SOS = 0xDA;
  private static final int APP2 = 0xE2;
  private static final int COM = 0xFE;
  private static final byte[] ICC = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0};

  private final byte[] bytes;

  JpegMarkers(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Counts the headers of scans. */
  int scans() {
    int scans = 0;
    for (int at = find(SOS, 0); at < bytes.length; at = find(SOS, at + 2)) {
      scans++;
    }
    return scans;
  }

  /**
   * Returns the file with comments in place of ICC profiles, by which ImageIO would convert colors;
   * training pipelines do not.
   */
  byte[] withoutProfile() {
    byte[] file = bytes;
    for (int at = find(APP2, 0); at < bytes.length; at = find(APP2, at + 2)) {
      int name = at + 4;
      boolean isProfile =
          name + ICC.length <= bytes.length
              && Arrays.equals(bytes, name, name + ICC.length, ICC, 0, ICC.length);
      if (isProfile) {
        file = file == bytes ? bytes.clone() : file;
        file[at + 1] = (byte) COM;
      }
    }
    return file;
  }

  /** Returns the index of the next marker of this kind, the file's length if there is none. */
  private int find(int marker, int from) {
    for (int at = from; at + 1 < bytes.length; at++) {
      if (bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) marker) {
        return at;
      }
    }
    return bytes.length;
  }
}
