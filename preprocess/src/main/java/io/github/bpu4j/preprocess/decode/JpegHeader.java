// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The facts that precede the pixels of a JPEG file: size, components, EXIF block, color transform.
 *
 * <p>Read from the markers (ITU-T T.81, annex B), so that limits are checked before a decoder runs.
 */
final class JpegHeader {
  private static final int SOF0 = 0xC0;
  private static final int SOF2 = 0xC2;
  private static final int SOF15 = 0xCF;
  private static final int DHT = 0xC4;
  private static final int JPG = 0xC8;
  private static final int DAC = 0xCC;
  private static final int RST0 = 0xD0;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int TEM = 0x01;

  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final byte[] ICC = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0};
  private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};

  private final byte[] bytes;
  private final ByteArrayOutputStream withoutProfile = new ByteArrayOutputStream();
  private int copied;
  private int width;
  private int height;
  private int components;
  private boolean progressive;
  private int adobeTransform = -1;
  private byte[] exif = {};

  private JpegHeader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads the markers and checks size and number of scans against the limits. */
  static JpegHeader read(byte[] bytes, DecodeLimits limits) throws ImageDecodeException {
    JpegHeader header = new JpegHeader(bytes);
    int firstScan = header.walkSegments();
    if (header.components == 0) {
      throw new ImageDecodeException("damaged JPEG: no frame header (SOF) before the first scan");
    }
    LimitCheck.requireSize(header.width, header.height, limits);
    header.countScans(firstScan, limits);
    return header;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int components() {
    return components;
  }

  /** Returns the Adobe marker's color transform: 0 none, 1 YCbCr, 2 YCCK; -1 without a marker. */
  int adobeTransform() {
    return adobeTransform;
  }

  /** Returns the EXIF block, empty if there is none. */
  byte[] exif() {
    return exif;
  }

  /**
   * Returns the file without ICC profiles, by which ImageIO would convert colors; training
   * pipelines ignore them.
   */
  byte[] withoutProfile() {
    if (copied == 0) {
      return bytes;
    }
    withoutProfile.write(bytes, copied, bytes.length - copied);
    copied = bytes.length;
    return withoutProfile.toByteArray();
  }

  /** Reads segments up to the first scan; returns the index of its marker. */
  private int walkSegments() throws ImageDecodeException {
    int at = 0;
    while (true) {
      at = nextMarker(at);
      int marker = bytes[at + 1] & 0xFF;
      if (marker == EOI) {
        throw new ImageDecodeException("damaged JPEG: it ends before its first scan");
      }
      if (marker == SOS) {
        return at;
      }
      if (marker == SOI || marker == TEM || (marker >= RST0 && marker < SOI)) {
        at += 2;
        continue;
      }
      int length = segmentLength(at);
      readSegment(marker, at, length);
      at += 2 + length;
    }
  }

  private void readSegment(int marker, int at, int length) throws ImageDecodeException {
    int content = at + 4;
    if (marker == APP1 && exif.length == 0 && begins(content, length, EXIF)) {
      exif = Arrays.copyOfRange(bytes, content, at + 2 + length);
    } else if (marker == APP2 && begins(content, length, ICC)) {
      withoutProfile.write(bytes, copied, at - copied);
      copied = at + 2 + length;
    } else if (marker == APP14 && length >= 14 && begins(content, length, ADOBE)) {
      adobeTransform = bytes[content + 11] & 0xFF;
    } else if (isFrameHeader(marker)) {
      if (length < 8) {
        throw new ImageDecodeException("damaged JPEG: frame header of " + length + " bytes");
      }
      progressive = marker == SOF2;
      height = unsignedShort(content + 1);
      width = unsignedShort(content + 3);
      components = bytes[content + 5] & 0xFF;
    }
  }

  private static boolean isFrameHeader(int marker) {
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
  }

  private boolean begins(int at, int length, byte[] name) {
    return length >= name.length + 2
        && Arrays.equals(bytes, at, at + name.length, name, 0, name.length);
  }

  /** Counts scans unless the first has all components of a sequential file. */
  private void countScans(int firstScan, DecodeLimits limits) throws ImageDecodeException {
    if (firstScan + 4 >= bytes.length
        || (!progressive && (bytes[firstScan + 4] & 0xFF) >= components)) {
      return;
    }
    int scans = 0;
    for (int at = firstScan; at + 1 < bytes.length; at++) {
      if (bytes[at] == (byte) 0xFF && (bytes[at + 1] & 0xFF) == SOS) {
        LimitCheck.requireScans(++scans, limits);
      }
    }
  }

  private int nextMarker(int from) throws ImageDecodeException {
    int at = from;
    while (at + 1 < bytes.length) {
      int next = bytes[at + 1] & 0xFF;
      if (bytes[at] == (byte) 0xFF && next != 0xFF && next != 0) {
        return at;
      }
      at++;
    }
    throw new ImageDecodeException(
        "damaged JPEG: it ends at byte %d, before its first scan".formatted(bytes.length));
  }

  private int segmentLength(int at) throws ImageDecodeException {
    int length = at + 3 < bytes.length ? unsignedShort(at + 2) : 0;
    if (length < 2 || at + 2 + length > bytes.length) {
      throw new ImageDecodeException(
          "damaged JPEG: the segment at byte %d of %d exceeds the file"
              .formatted(at, bytes.length));
    }
    return length;
  }

  private int unsignedShort(int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }
}
