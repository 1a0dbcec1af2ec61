// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;

/**
 * What a model takes, and how the vendor's programs fill it.
 *
 * @param format of the pixels, {@code nv12}
 * @param width in pixels
 * @param height in pixels
 * @param sampleFit how the vendor's Python sample fits a picture to the input
 * @param sampleInterpolation how that sample resizes it
 * @param notebook whether there is a notebook, which stretches linearly and whose printed answers
 *     are known
 * @since 0.1.0
 */
public record PublishedInput(
    String format,
    int width,
    int height,
    Fit sampleFit,
    Interpolation sampleInterpolation,
    boolean notebook) {

  /**
   * How a picture is fitted to reproduce the printed answers: as in the notebook, if there is one.
   */
  public Fit fit() {
    return notebook ? Fit.STRETCH : sampleFit;
  }

  /** How it is resized to reproduce them. */
  public Interpolation interpolation() {
    return notebook ? Interpolation.LINEAR : sampleInterpolation;
  }
}
