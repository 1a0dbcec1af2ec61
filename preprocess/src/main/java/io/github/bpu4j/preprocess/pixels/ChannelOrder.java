// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

/** What the bytes of a packed pixel mean, in the order of memory. */
public enum ChannelOrder {
  /** One byte that is R, G and B at once. */
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

  /** Bytes of a pixel that carry color: 1 or 3. */
  public int channels() {
    return channels;
  }

  /** Which byte of a pixel is red. */
  public int red() {
    return red;
  }

  /** Which byte of a pixel is green. */
  public int green() {
    return green;
  }

  /** Which byte of a pixel is blue. */
  public int blue() {
    return blue;
  }
}
