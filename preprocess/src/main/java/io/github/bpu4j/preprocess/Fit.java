// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/** How a picture of one shape is placed in a target of another. */
public enum Fit {
  /** Fills the target; each axis is scaled by itself, so the shape of things changes. */
  STRETCH,
  /**
   * Keeps the shape and shows the whole picture, centered between bars of the value 127.
   *
   * <p>The scale is {@code min(W/w, H/h)}; scaled sides are truncated to whole pixels. A picture so
   * long that a side truncates to 0 is an {@link IllegalArgumentException}.
   */
  LETTERBOX,
  /**
   * Keeps the shape and shows the middle: the evaluation transform of most ImageNet networks.
   *
   * <p>The picture is scaled to cover a box of {@code round(256 * side / 224)}, then the target is
   * cut from its center. For a target of 224x224 this is torchvision's {@code Resize(256)} and
   * {@code CenterCrop(224)}.
   */
  CENTER_CROP
}
