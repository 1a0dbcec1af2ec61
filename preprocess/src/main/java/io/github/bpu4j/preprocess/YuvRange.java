// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * Which byte values stand for black and white in YUV, after BT.601.
 *
 * <p>A model reads one of the two; fed the other it still answers, with washed-out colours that
 * nobody notices.
 */
public enum YuvRange {
  /** As a setting: what the model says, else {@link #VIDEO}. No picture has this range. */
  AUTO,
  /** Luma and chroma use 0 to 255, as in JPEG. */
  FULL,
  /** Luma uses 16 to 235 and chroma 16 to 240, as cameras and video codecs do. */
  VIDEO;

  /** This range, or {@code other} where this is {@link #AUTO}. */
  public YuvRange orElse(YuvRange other) {
    return this == AUTO ? other : this;
  }
}
