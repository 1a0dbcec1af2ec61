// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

/**
 * The order of a tensor's four dimensions.
 *
 * @since 0.1.0
 */
public enum TensorLayout {
  /** Batch, height, width, channels. */
  NHWC,
  /** Batch, channels, height, width. */
  NCHW,
  /** Another order, or unknown. */
  NONE
}
