// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks;

/** The sizes of source pictures: an ImageNet photo, a video frame, a camera's still. */
public enum PictureSize {
  /** 500 x 344. */
  PHOTO(500, 344),
  /** 1920 x 1080. */
  HD(1920, 1080),
  /** 4000 x 3000, 12 megapixels. */
  STILL(4000, 3000);

  final int width;
  final int height;

  PictureSize(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** As tables have it. */
  public String label() {
    return width + "x" + height;
  }
}
