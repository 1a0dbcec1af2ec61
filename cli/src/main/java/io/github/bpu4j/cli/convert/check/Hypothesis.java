// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mistake that is replayed on the network: if its answers are then those of the compiled file,
 * that mistake was made there.
 *
 * @param name of what is replayed
 * @param cause that it stands for; empty for what is right
 * @param colors how the network is fed
 * @param videoAsFull whether pixels of VIDEO range are taken for FULL
 */
record Hypothesis(Text name, Optional<Cause> cause, ColorInput colors, boolean videoAsFull) {
  private static final float HALF = 0.5f;
  private static final float TWICE = 2;
  private static final float UNIT = 1 / 255f;

  /** What is declared. */
  static Hypothesis declared(ColorInput colors) {
    return new Hypothesis(
        Text.of("check.fed.declared", "as declared"), Optional.empty(), colors, false);
  }

  /** Mistakes that a compilation can have made. */
  static List<Hypothesis> mistakes(ColorInput declared) {
    List<Hypothesis> all = new ArrayList<>();
    all.add(
        of(
            Text.of("check.fed.swapped", "red and blue swapped"),
            Cause.CHANNEL_ORDER,
            swapped(declared)));
    if (!declared.isPlain()) {
      all.add(
          of(
              Text.of("check.fed.none", "no normalization"),
              Cause.NORMALIZATION_MISSING,
              plain(declared)));
      all.add(
          of(
              Text.of("check.fed.twice", "normalized twice"),
              Cause.NORMALIZED_TWICE,
              twice(declared)));
      all.add(of(Text.of("check.fed.half", "half the scale"), Cause.SCALE, scaled(declared, HALF)));
      all.add(
          of(Text.of("check.fed.double", "twice the scale"), Cause.SCALE, scaled(declared, TWICE)));
      all.add(
          of(
              Text.of("check.fed.no-mean", "no mean"),
              Cause.MEAN,
              with(declared, List.of(0f, 0f, 0f), declared.scale())));
      all.add(
          of(
              Text.of("check.fed.no-scale", "no scale"),
              Cause.SCALE,
              with(declared, declared.mean(), List.of(1f, 1f, 1f))));
    }
    all.add(
        new Hypothesis(
            Text.of("check.fed.video", "VIDEO taken for FULL"),
            Optional.of(Cause.RANGE),
            declared,
            true));
    return all;
  }

  /** Normalizations that trainings use, other than what is declared. */
  static List<Hypothesis> usual(ColorInput declared) {
    List<Hypothesis> all = new ArrayList<>();
    all.add(
        named(
            Text.of("check.fed.imagenet", "ImageNet's mean and deviation"),
            declared,
            ColorInput.imagenet()));
    all.add(named(Text.of("check.fed.unit", "0 to 1"), declared, ColorInput.rgb().withScale(UNIT)));
    all.add(
        named(
            Text.of("check.fed.signed", "-1 to 1"),
            declared,
            ColorInput.rgb().withMean(127.5f, 127.5f, 127.5f).withScale(2 * UNIT)));
    all.removeIf(each -> similar(each.colors(), declared));
    return all;
  }

  private static Hypothesis named(Text name, ColorInput declared, ColorInput numbers) {
    return of(name, Cause.OTHER_NUMBERS, with(declared, numbers.mean(), numbers.scale()));
  }

  private static Hypothesis of(Text name, Cause cause, ColorInput colors) {
    return new Hypothesis(name, Optional.of(cause), colors, false);
  }

  private static ColorInput with(ColorInput of, List<Float> mean, List<Float> scale) {
    return new ColorInput(of.order(), mean, scale, of.layout(), of.size());
  }

  private static ColorInput plain(ColorInput declared) {
    return with(declared, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
  }

  private static ColorInput swapped(ColorInput declared) {
    ColorInput.Order other =
        declared.order() == ColorInput.Order.RGB ? ColorInput.Order.BGR : ColorInput.Order.RGB;
    return new ColorInput(
        other, declared.mean(), declared.scale(), declared.layout(), declared.size());
  }

  private static ColorInput scaled(ColorInput declared, float factor) {
    return with(
        declared, declared.mean(), declared.scale().stream().map(scale -> scale * factor).toList());
  }

  /** ((x - m) * s - m) * s = (x - (m + m / s)) * s * s. */
  private static ColorInput twice(ColorInput declared) {
    List<Float> mean = new ArrayList<>();
    List<Float> scale = new ArrayList<>();
    for (int i = 0; i < declared.mean().size(); i++) {
      float m = declared.mean().get(i);
      float s = declared.scale().get(i);
      mean.add(m + m / s);
      scale.add(s * s);
    }
    return with(declared, mean, scale);
  }

  /** Numbers so near that no picture tells them apart. */
  private static boolean similar(ColorInput one, ColorInput two) {
    for (int i = 0; i < one.mean().size(); i++) {
      if (Math.abs(one.mean().get(i) - two.mean().get(i)) > 4
          || Math.abs(one.scale().get(i) / two.scale().get(i) - 1) > 0.1) {
        return false;
      }
    }
    return true;
  }
}
