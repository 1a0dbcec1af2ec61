// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.util.Objects;

/**
 * The values of black and white in BT.601 luma and chroma.
 *
 * @since 0.1.0
 */
public enum YuvRange {
  /**
   * Selects the range that the model was compiled for if it declares one, else {@link #VIDEO}.
   *
   * <p>A setting only: frames and converters need {@link #FULL} or {@link #VIDEO}.
   */
  AUTO,
  /** Luma and chroma of 0..255, as in JPEG files. */
  FULL,
  /** Luma of 16..235 and chroma of 16..240, as in video and in OpenCV's conversions. */
  VIDEO;

  /**
   * Resolves {@link #AUTO} to another range.
   *
   * @param other the range in place of {@code AUTO}
   * @return this range unless it is {@code AUTO}, else {@code other}
   */
  public YuvRange orElse(YuvRange other) {
    Objects.requireNonNull(other, "other");
    return this == AUTO ? other : this;
  }
}
