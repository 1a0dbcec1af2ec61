// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.convert.folder.YamlText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a compiled file's own record contradicts what is declared of the network or done with the
 * pixels.
 *
 * @param cause what is wrong
 * @param text both sides
 */
record Recorded(Cause cause, Text text) {
  private static final double TOLERANCE = 1e-3;

  /**
   * Compares a compiled input with a declaration.
   *
   * @param range of the pixels that the compiled file gets
   */
  static List<Recorded> of(InputDescription input, ColorInput declared, YuvRange range) {
    List<Recorded> all = new ArrayList<>();
    String order = declared.order().name().toLowerCase(Locale.ROOT);
    input
        .trainingOrder()
        .filter(found -> !found.equals(order))
        .ifPresent(
            found ->
                all.add(
                    differs(Cause.CHANNEL_ORDER, Text.of("check.order", "order"), found, order)));
    numbers(input, declared).ifPresent(all::add);
    input
        .colorRange()
        .filter(found -> !found.name().equals(range.name()))
        .ifPresent(
            found ->
                all.add(
                    new Recorded(
                        Cause.RANGE,
                        Text.of(
                            "check.range",
                            "the file expects %s range, and gets %s range",
                            found,
                            range))));
    return all;
  }

  private static Optional<Recorded> numbers(InputDescription input, ColorInput declared) {
    if (input.normalization().isEmpty()) {
      return Optional.empty();
    }
    String kind = input.normalization().get();
    boolean plain = kind.equals("no_preprocess");
    if (plain && !declared.isPlain()) {
      return Optional.of(
          differs(
              Cause.NORMALIZATION_MISSING,
              Text.of("check.normalization", "normalization"),
              kind,
              YamlText.normalization(declared)));
    }
    if (!plain && declared.isPlain()) {
      return Optional.of(
          differs(
              Cause.NORMALIZED_TWICE,
              Text.of("check.normalization", "normalization"),
              kind,
              Text.of("check.in-graph", "none outside the graph")));
    }
    List<Double> scale = kind.contains("scale") ? input.scale() : List.of();
    if (isOther(scale, declared.scale(), 1)) {
      return Optional.of(
          differs(
              Cause.SCALE,
              Text.of("check.scale", "scale"),
              scale.toString(),
              declared.scale().toString()));
    }
    List<Double> mean = kind.contains("mean") ? input.mean() : List.of();
    return isOther(mean, declared.mean(), 0)
        ? Optional.of(
            differs(
                Cause.MEAN,
                Text.of("check.mean", "mean"),
                mean.toString(),
                declared.mean().toString()))
        : Optional.empty();
  }

  private static boolean isOther(List<Double> found, List<Float> declared, double otherwise) {
    for (int i = 0; i < declared.size(); i++) {
      double number = found.isEmpty() ? otherwise : found.get(Math.min(i, found.size() - 1));
      if (Math.abs(number - declared.get(i)) > TOLERANCE * Math.abs(declared.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static Recorded differs(Cause cause, Text what, String found, Object declared) {
    return new Recorded(
        cause,
        Text.of(
            "check.differs",
            "%s: the file says %s, the network is declared with %s",
            what,
            found,
            declared));
  }
}
