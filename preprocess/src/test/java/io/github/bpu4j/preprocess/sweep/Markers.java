// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.ArrayList;
import java.util.List;

/** Where the markers of a sound JPEG file are, those between a scan's pieces too. */
final class Markers {
  static final int SOS = 0xDA;
  static final int EOI = 0xD9;
  static final int DHT = 0xC4;
  static final int DQT = 0xDB;

  private Markers() {}

  /** One marker: its code and the index of its first byte. */
  record Marker(int code, int at) {
    boolean isRestart() {
      return code >= 0xD0 && code <= 0xD7;
    }

    boolean isFrame() {
      return code >= 0xC0 && code <= 0xC2;
    }
  }

  static List<Marker> of(byte[] file) {
    List<Marker> markers = new ArrayList<>();
    int at = 2;
    boolean inScan = false;
    while (at + 1 < file.length) {
      int code = file[at + 1] & 0xFF;
      if ((file[at] & 0xFF) != 0xFF || code == 0xFF || (inScan && code == 0)) {
        at++;
        continue;
      }
      Marker marker = new Marker(code, at);
      markers.add(marker);
      if (code == EOI) {
        return markers;
      }
      inScan = marker.isRestart() || code == SOS;
      at += marker.isRestart() ? 2 : 2 + u16(file, at + 2);
    }
    throw new IllegalArgumentException("no end marker in " + file.length + " bytes");
  }

  static int u16(byte[] file, int at) {
    return ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
  }
}
