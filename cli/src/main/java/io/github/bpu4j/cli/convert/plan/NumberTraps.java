// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.plan;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.info.model.Notation;
import io.github.bpu4j.cli.language.Text;
import java.util.ArrayList;
import java.util.List;

/** Finds means and scales that belong to another convention than (pixel - mean) * scale. */
final class NumberTraps {
  /** ImageNet's classes with one for the background. */
  static final int WITH_BACKGROUND = 1001;

  /** The remedy where the numbers are right all the same. */
  private static final Text TRUST =
      Text.of("trap.trust", "if the numbers are right, add --trust-numbers");

  /** Usual scales are 1 or below 1 / 50; those of pixels from 0 to 1 are 0.2 and more. */
  private static final float LARGEST_SCALE = 0.05f;

  private NumberTraps() {}

  /**
   * Looks at the numbers that options or metadata state.
   *
   * @param normalization nodes that normalize in the graph, for messages
   */
  static List<Finding> of(ColorInput colors, List<String> normalization) {
    List<Finding> findings = new ArrayList<>();
    if (!normalization.isEmpty() && !colors.isPlain()) {
      findings.add(
          Finding.error(
              Trap.NORMALIZED_TWICE,
              Text.of(
                  "trap.normalized-twice",
                  "the graph normalizes by itself (%s), and --mean and --scale would do it again;"
                      + " leave them out; %s",
                  String.join(", ", normalization),
                  TRUST)));
      return findings;
    }
    if (colors.scale().stream().anyMatch(scale -> scale > 1)) {
      findings.add(
          Finding.error(
              Trap.SCALE_IS_DEVIATION,
              Text.of(
                  "trap.deviation",
                  "--scale %s looks like a deviation; the scale is 1 / deviation: --scale %s; %s",
                  Notation.list(colors.scale()),
                  inverse(colors, 1),
                  TRUST)));
    } else if (colors.scale().stream().anyMatch(scale -> scale > LARGEST_SCALE && scale < 1)) {
      findings.add(
          Finding.error(
              Trap.UNIT_RANGE,
              Text.of(
                  "trap.unit-deviation",
                  "--scale %s looks like a deviation of pixels from 0 to 1; pixels are 0 to 255"
                      + " here, and the scale is 1 / deviation: --scale %s; %s",
                  Notation.list(colors.scale()),
                  inverse(colors, 255),
                  TRUST)));
    }
    if (colors.mean().stream().allMatch(mean -> mean > 0 && mean <= 1)) {
      findings.add(
          Finding.error(
              Trap.UNIT_RANGE,
              Text.of(
                  "trap.unit-mean",
                  "--mean %s is for pixels from 0 to 1; they are 0 to 255 here: --mean %s; %s",
                  Notation.list(colors.mean()),
                  Notation.list(colors.mean().stream().map(mean -> mean * 255).toList()),
                  TRUST)));
    }
    return findings;
  }

  private static String inverse(ColorInput colors, float range) {
    return Notation.list(colors.scale().stream().map(scale -> 1 / (scale * range)).toList());
  }
}
