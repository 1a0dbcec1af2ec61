// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Cuts pieces out of a JPEG file and puts others in. */
final class JpegSurgery {
  private JpegSurgery() {}

  /** Puts bytes in the place of those between two indices. */
  static byte[] replace(byte[] file, int from, int to, int... with) {
    byte[] out = Arrays.copyOf(file, file.length - (to - from) + with.length);
    for (int i = 0; i < with.length; i++) {
      out[from + i] = (byte) with[i];
    }
    System.arraycopy(file, to, out, from + with.length, file.length - to);
    return out;
  }

  /** Puts the bytes between two indices before a third. */
  static byte[] repeat(byte[] file, int from, int to, int before) {
    int[] piece = new int[to - from];
    for (int i = 0; i < piece.length; i++) {
      piece[i] = file[from + i];
    }
    return replace(file, before, before, piece);
  }

  /** Where the n-th marker of a kind is. */
  static int at(byte[] file, int n, Predicate<Markers.Marker> kind) {
    return Markers.of(file).stream().filter(kind).skip(n).findFirst().orElseThrow().at();
  }

  /** Where the marker behind an index is. */
  static int next(byte[] file, int at) {
    return at(file, 0, marker -> marker.at() > at);
  }

  /** Where the n-th scan begins, at the tables that come before its header. */
  static int scan(byte[] file, int n) {
    List<Markers.Marker> markers = Markers.of(file);
    int scans = -1;
    boolean isBefore = true;
    for (Markers.Marker marker : markers) {
      boolean belongs = marker.code() == Markers.DHT || marker.code() == Markers.SOS;
      if (belongs && isBefore && ++scans == n) {
        return marker.at();
      }
      isBefore = marker.code() != Markers.DHT;
      if (marker.code() == Markers.EOI) {
        return marker.at();
      }
    }
    throw new IllegalArgumentException("no scan " + n);
  }
}
