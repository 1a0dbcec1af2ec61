// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * Which color the one chroma sample of a 2x2 block of pixels stands for.
 *
 * <p>It matters for RGB and gray sources; a camera frame brings its own chroma planes.
 */
public enum ChromaSiting {
  /** The color of the block's top-left pixel, as OpenCV's conversions take it. */
  TOP_LEFT,
  /** The mean color of the block: R, G and B are averaged, {@code (a+b+c+d+2) >> 2} each. */
  AVERAGE
}
