// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

/** The colors of the bytes of a packed pixel, in memory order. */
public enum ChannelOrder {
  /** One byte, used as R, G and B. */
  GRAY(1, 0, 0, 0),
  /** Red first. */
  RGB(3, 0, 1, 2),
  /** Blue first. */
  BGR(3, 2, 1, 0);

  private final int channels;
  private final int red;
  private final int green;
  private final int blue;

  ChannelOrder(int channels, int red, int green, int blue) {
    this.channels = channels;
    this.red = red;
    this.green = green;
    this.blue = blue;
  }

  /** Returns the number of color bytes of a pixel: 1 or 3. */
  public int channels() {
    return channels;
  }

  /** Returns the index of red in a pixel. */
  public int red() {
    return red;
  }

  /** Returns the index of green in a pixel. */
  public int green() {
    return green;
  }

  /** Returns the index of blue in a pixel. */
  public int blue() {
    return blue;
  }
}
