// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/** How a pixel of the resized picture is computed from pixels of the source. */
public enum Interpolation {
  /** Two by two neighbors weighted by distance; equals OpenCV's {@code INTER_LINEAR}. */
  LINEAR,
  /** The mean of the area that the pixel covers; equals OpenCV's {@code INTER_AREA}. */
  AREA,
  /** One pixel, taken as it is; equals OpenCV's {@code INTER_NEAREST}. */
  NEAREST,
  /**
   * A triangle filter as wide as the scale; equals Pillow's {@code BILINEAR}, which torchvision's
   * {@code Resize} uses on Pillow images.
   */
  ANTIALIAS
}
