// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

/**
 * The order of a tensor's four dimensions.
 *
 * @since 0.1.0
 */
public enum TensorLayout {
  /** Batch, height, width, channel. */
  NHWC,
  /** Batch, channel, height, width. */
  NCHW,
  /** The file does not say. */
  UNKNOWN;

  static TensorLayout ofNumber(long number) {
    return number == 1 ? NHWC : number == 2 ? NCHW : UNKNOWN;
  }

  static TensorLayout ofName(String name) {
    return name.equalsIgnoreCase("NHWC") ? NHWC : name.equalsIgnoreCase("NCHW") ? NCHW : UNKNOWN;
  }
}
