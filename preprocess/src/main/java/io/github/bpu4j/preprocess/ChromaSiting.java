// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * Which colour the one chroma sample of a 2x2 block of pixels stands for.
 *
 * <p>It matters for RGB and grey sources; a camera frame brings its own chroma planes.
 */
public enum ChromaSiting {
  /** The colour of the block's top-left pixel, as OpenCV's conversions take it. */
  TOP_LEFT,
  /** The mean colour of the block: R, G and B are averaged, {@code (a+b+c+d+2) >> 2} each. */
  AVERAGE
}
