// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.util.Objects;

/**
 * Settings of the conversion from a picture to the NV12 bytes of a model's input.
 *
 * @param fit placement in the input
 * @param interpolation filter of the resize
 * @param range luma and chroma values of black and white
 * @param chroma color that a chroma sample represents
 * @since 0.1.0
 */
public record Preprocessing(
    Fit fit, Interpolation interpolation, YuvRange range, ChromaSiting chroma) {
  private static final Preprocessing DEFAULTS =
      new Preprocessing(Fit.STRETCH, Interpolation.LINEAR, YuvRange.AUTO, ChromaSiting.TOP_LEFT);

  /** Requires every setting. */
  public Preprocessing {
    Objects.requireNonNull(fit, "fit");
    Objects.requireNonNull(interpolation, "interpolation");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(chroma, "chroma");
  }

  /**
   * Returns stretch, linear, the range that the model declares, top-left chroma.
   *
   * @return the settings used where none are given
   */
  public static Preprocessing defaults() {
    return DEFAULTS;
  }

  /**
   * Returns the defaults with {@link YuvRange#VIDEO} for every model, which gives the bytes of the
   * vendor's Python notebooks.
   *
   * @return the settings of the vendor's samples
   */
  public static Preprocessing vendorSample() {
    return DEFAULTS.withRange(YuvRange.VIDEO);
  }

  /**
   * Copies these settings with another fit.
   *
   * @param newFit placement in the input
   * @return the copy
   */
  public Preprocessing withFit(Fit newFit) {
    return new Preprocessing(newFit, interpolation, range, chroma);
  }

  /**
   * Copies these settings with another interpolation.
   *
   * @param newInterpolation filter of the resize
   * @return the copy
   */
  public Preprocessing withInterpolation(Interpolation newInterpolation) {
    return new Preprocessing(fit, newInterpolation, range, chroma);
  }

  /**
   * Copies these settings with another range.
   *
   * @param newRange luma and chroma values of black and white
   * @return the copy
   */
  public Preprocessing withRange(YuvRange newRange) {
    return new Preprocessing(fit, interpolation, newRange, chroma);
  }

  /**
   * Copies these settings with another chroma siting.
   *
   * @param newChroma color that a chroma sample represents
   * @return the copy
   */
  public Preprocessing withChroma(ChromaSiting newChroma) {
    return new Preprocessing(fit, interpolation, range, newChroma);
  }
}
