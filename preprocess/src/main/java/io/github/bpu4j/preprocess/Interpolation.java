// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * The filter that computes a resized pixel from source pixels.
 *
 * @since 0.1.0
 */
public enum Interpolation {
  /** Weights the 2x2 nearest pixels by distance; equals OpenCV's {@code INTER_LINEAR}. */
  LINEAR,
  /** Averages the area that the pixel covers; equals OpenCV's {@code INTER_AREA}. */
  AREA,
  /** Copies one pixel; equals OpenCV's {@code INTER_NEAREST}. */
  NEAREST,
  /**
   * Applies a triangle filter as wide as the scale; equals Pillow's {@code BILINEAR}, which
   * torchvision's {@code Resize} uses on Pillow images.
   */
  ANTIALIAS
}
