// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * Placement of a picture in a target of another aspect ratio.
 *
 * @since 0.1.0
 */
public enum Fit {
  /** Fills the target; the axes are scaled independently, so the aspect ratio is not kept. */
  STRETCH,
  /**
   * Keeps the aspect ratio and shows the whole picture, centered between bars of value 127.
   *
   * <p>The scale is {@code min(W/w, H/h)}; scaled sides are truncated to whole pixels. A picture so
   * elongated that a side truncates to 0 is an {@link IllegalArgumentException}.
   */
  LETTERBOX,
  /**
   * Keeps the aspect ratio and shows the center: the evaluation transform of most ImageNet
   * networks.
   *
   * <p>The picture is scaled to cover a box of {@code round(256 * side / 224)}, then the target is
   * cut from its center. For a target of 224x224 this is torchvision's {@code Resize(256)} and
   * {@code CenterCrop(224)}.
   */
  CENTER_CROP
}
