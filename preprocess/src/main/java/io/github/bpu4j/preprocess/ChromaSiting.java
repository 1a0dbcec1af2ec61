// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * The color that the single chroma sample of a 2x2 block of pixels represents.
 *
 * <p>Applies to RGB and gray sources; a camera frame has chroma planes of its own.
 *
 * @since 0.1.0
 */
public enum ChromaSiting {
  /** The color of the block's top-left pixel, as OpenCV's conversions take it. */
  TOP_LEFT,
  /** The mean color of the block: R, G and B are averaged, {@code (a+b+c+d+2) >> 2} each. */
  AVERAGE
}
