// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.util.List;
import java.util.Objects;

/**
 * How stored integers become real scores.
 *
 * <p>{@code NONE}: used as is. {@code SHIFT}: {@code real = q / 2^shift[c]}. {@code SCALE}: {@code
 * real = (q - zeroPoint[c]) * scale[c]}. Here c is the index along {@code axis}, or 0 if the list
 * has one element.
 *
 * @param kind which formula
 * @param shifts one, or one per channel; empty unless SHIFT
 * @param scales one, or one per channel; empty unless SCALE
 * @param zeroPoints none (all zero), one, or one per channel
 * @param axis index of the channel dimension in the valid shape; meaningless for single values
 * @since 0.1.0
 */
public record Quantization(
    Kind kind, List<Integer> shifts, List<Float> scales, List<Integer> zeroPoints, int axis) {
  /**
   * The formula.
   *
   * @since 0.1.0
   */
  public enum Kind {
    /** Stored values are real values. */
    NONE,
    /** Division by a power of two. */
    SHIFT,
    /** Multiplication by a scale after subtracting a zero point. */
    SCALE
  }

  private static final Quantization NONE =
      new Quantization(Kind.NONE, List.of(), List.of(), List.of(), 0);

  public Quantization {
    Objects.requireNonNull(kind, "kind");
    shifts = List.copyOf(shifts);
    scales = List.copyOf(scales);
    zeroPoints = List.copyOf(zeroPoints);
  }

  /** Returns the quantization of values that need no conversion. */
  public static Quantization none() {
    return NONE;
  }
}
