// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;

/**
 * Reads the segments of a file (T.81, annex B) from scan to scan, and reads them into the header,
 * the tables and the scan's header.
 *
 * <p>Bytes between segments are stepped over, as every reader does: cameras leave such behind. So
 * is what follows the end marker. A missing end marker is damage.
 */
final class Segments {
  private static final byte[] NOTHING = {};

  private final JpegHeader header;
  private final Tables tables;
  private final ScanHeader scan;
  private byte[] bytes = NOTHING;
  private int end;
  private int at;

  Segments(JpegHeader header, Tables tables, ScanHeader scan) {
    this.header = header;
    this.tables = tables;
    this.scan = scan;
  }

  /** Reads up to the data of the first scan, or to its header if the file is unsupported. */
  void open(byte[] file, int length) throws ImageDecodeException {
    bytes = file;
    end = length;
    header.clear();
    tables.clear();
    if (length < 4 || Bytes.u16(file, 0) != (0xFF00 | Marker.SOI)) {
      throw new ImageDecodeException("not a JPEG: it does not begin with FF D8");
    }
    at = 2;
    if (!toScan()) {
      throw Damage.of("it ends before its first scan");
    }
  }

  /** Drops the reference to the file. */
  void close() {
    bytes = NOTHING;
  }

  /** Returns where the data of the scan begin. */
  int position() {
    return at;
  }

  /** Continues after the data of a scan; returns false at the end of the picture. */
  boolean next(int from) throws ImageDecodeException {
    at = from;
    skipLastRestart();
    return toScan();
  }

  /** Some writers put a restart marker behind the last interval too; data must not follow it. */
  private void skipLastRestart() throws ImageDecodeException {
    int marker = seek();
    if (Marker.isRestart(marker)) {
      if (at + 3 < end && bytes[at + 2] != (byte) 0xFF) {
        throw Damage.of("compressed data follow the last block");
      }
      at += 2;
    }
  }

  private boolean toScan() throws ImageDecodeException {
    while (true) {
      int marker = seek();
      if (marker == Marker.EOI) {
        return false;
      }
      if (marker == Marker.TEM) {
        at += 2;
        continue;
      }
      int from = at + 4;
      int to = segmentEnd(marker);
      at = to;
      if (marker == Marker.SOS) {
        readScan(from, to);
        return true;
      }
      readSegment(marker, from, to);
    }
  }

  private void readScan(int from, int to) throws ImageDecodeException {
    if (header.unsupported() == null) {
      scan.read(bytes, from, to, header);
    }
  }

  private void readSegment(int marker, int from, int to) throws ImageDecodeException {
    if (Marker.isFrame(marker)) {
      header.readFrame(marker, bytes, from, to);
    } else if (marker == Marker.DQT) {
      tables.readQuantizers(bytes, from, to);
    } else if (marker == Marker.DHT) {
      tables.readHuffman(bytes, from, to);
    } else if (marker == Marker.DRI) {
      tables.readRestartInterval(bytes, from, to);
    } else if (Marker.isSkipped(marker)) {
      header.readApplication(marker, bytes, from, to);
    } else {
      throw Damage.of("marker FF %02X at byte %d has no place here".formatted(marker, from - 4));
    }
  }

  /** Skips bytes up to the next marker and returns it. */
  private int seek() throws ImageDecodeException {
    for (; at + 1 < end; at++) {
      int marker = Bytes.u8(bytes, at + 1);
      if (bytes[at] == (byte) 0xFF && marker != 0 && marker != 0xFF) {
        return marker;
      }
    }
    throw Damage.of(
        "it ends at byte %d without an end marker (FF D9); fetch the file again".formatted(end));
  }

  private int segmentEnd(int marker) throws ImageDecodeException {
    int length = at + 4 <= end ? Bytes.u16(bytes, at + 2) : 0;
    if (length < 2 || length > end - at - 2) {
      throw Damage.of(
          "the segment FF %02X at byte %d of %d reaches out of the file"
              .formatted(marker, at, end));
    }
    return at + 2 + length;
  }
}
