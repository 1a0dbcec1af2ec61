// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.util.Objects;

/** Which numbers stand for black and white in BT.601 luma and chroma. */
public enum YuvRange {
  /**
   * What the model says it was compiled for, else {@link #VIDEO}.
   *
   * <p>It is a setting only: frames and converters need {@link #FULL} or {@link #VIDEO}.
   */
  AUTO,
  /** Luma and chroma use 0..255, as in JPEG files. */
  FULL,
  /** Luma uses 16..235 and chroma 16..240, as in video and in OpenCV's conversions. */
  VIDEO;

  /**
   * Resolves {@link #AUTO}: this range, or {@code other} where this is {@code AUTO}.
   *
   * @param other what stands in for {@code AUTO}
   * @return this range unless it is {@code AUTO}, else {@code other}
   */
  public YuvRange orElse(YuvRange other) {
    Objects.requireNonNull(other, "other");
    return this == AUTO ? other : this;
  }

  YuvRange requireResolved(String whose) {
    if (this == AUTO) {
      throw new IllegalArgumentException(
          whose + " needs the range FULL or VIDEO, got AUTO; resolve it first with orElse(VIDEO)");
    }
    return this;
  }
}
