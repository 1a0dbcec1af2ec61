// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

/** The second byte of the markers of ITU-T T.81, table B.1; the first is FF. */
final class Marker {
  static final int TEM = 0x01;
  static final int SOF0 = 0xC0;
  static final int SOF1 = 0xC1;
  static final int SOF2 = 0xC2;
  static final int SOF15 = 0xCF;
  static final int DHT = 0xC4;
  static final int JPG = 0xC8;
  static final int DAC = 0xCC;
  static final int RST0 = 0xD0;
  static final int RST7 = 0xD7;
  static final int SOI = 0xD8;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;
  static final int DQT = 0xDB;
  static final int DNL = 0xDC;
  static final int DRI = 0xDD;
  static final int APP0 = 0xE0;
  static final int APP1 = 0xE1;
  static final int APP14 = 0xEE;
  static final int APP15 = 0xEF;
  static final int COM = 0xFE;

  private Marker() {}

  static boolean isRestart(int marker) {
    return marker >= RST0 && marker <= RST7;
  }

  /** Returns whether it starts a frame of any coding process. */
  static boolean isFrame(int marker) {
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
  }

  /** Returns whether it starts a segment that no pixel depends on. */
  static boolean isSkipped(int marker) {
    return (marker >= APP0 && marker <= APP15) || marker == COM || marker == DNL || marker == DAC;
  }
}
