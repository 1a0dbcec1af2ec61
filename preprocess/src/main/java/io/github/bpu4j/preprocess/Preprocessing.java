// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.util.Objects;

/**
 * The choices between a picture and the NV12 bytes of a model's input.
 *
 * @param fit how the picture is placed in the input
 * @param interpolation how it is resized
 * @param range which numbers stand for black and white
 * @param chroma which color a chroma sample stands for
 */
public record Preprocessing(
    Fit fit, Interpolation interpolation, YuvRange range, ChromaSiting chroma) {
  private static final Preprocessing DEFAULTS =
      new Preprocessing(Fit.STRETCH, Interpolation.LINEAR, YuvRange.AUTO, ChromaSiting.TOP_LEFT);

  /** Checks that nothing is null. */
  public Preprocessing {
    Objects.requireNonNull(fit, "fit");
    Objects.requireNonNull(interpolation, "interpolation");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(chroma, "chroma");
  }

  /**
   * Stretch, linear, the range that the model says, top-left chroma.
   *
   * @return the settings used where none are given
   */
  public static Preprocessing defaults() {
    return DEFAULTS;
  }

  /**
   * Equals the vendor's Python notebooks byte for byte: the defaults with {@link YuvRange#VIDEO}
   * forced, whatever the model says.
   *
   * @return the settings of the vendor's samples
   */
  public static Preprocessing vendorSample() {
    return DEFAULTS.withRange(YuvRange.VIDEO);
  }

  /**
   * Copies these settings with another fit.
   *
   * @param newFit how the picture is placed
   * @return the copy
   */
  public Preprocessing withFit(Fit newFit) {
    return new Preprocessing(newFit, interpolation, range, chroma);
  }

  /**
   * Copies these settings with another interpolation.
   *
   * @param newInterpolation how the picture is resized
   * @return the copy
   */
  public Preprocessing withInterpolation(Interpolation newInterpolation) {
    return new Preprocessing(fit, newInterpolation, range, chroma);
  }

  /**
   * Copies these settings with another range.
   *
   * @param newRange which numbers stand for black and white
   * @return the copy
   */
  public Preprocessing withRange(YuvRange newRange) {
    return new Preprocessing(fit, interpolation, newRange, chroma);
  }

  /**
   * Copies these settings with another chroma siting.
   *
   * @param newChroma which color a chroma sample stands for
   * @return the copy
   */
  public Preprocessing withChroma(ChromaSiting newChroma) {
    return new Preprocessing(fit, interpolation, range, newChroma);
  }
}
