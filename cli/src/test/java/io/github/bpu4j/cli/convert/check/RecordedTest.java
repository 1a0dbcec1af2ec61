// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.modelfile.ColorRange;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.InputType;
import io.github.bpu4j.modelfile.TensorLayout;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file's own record against what is declared. */
final class RecordedTest {
  private static final List<Double> MEAN = List.of(127.0, 127.0, 127.0);
  private static final List<Double> SCALE = List.of(0.0078125, 0.0078125, 0.0078125);
  private static final ColorInput LITE =
      ColorInput.rgb().withMean(127, 127, 127).withScale(0.0078125f);

  private static InputDescription input(
      String order, String kind, List<Double> mean, List<Double> scale) {
    return new InputDescription(
        "x",
        InputType.NV12,
        TensorLayout.NCHW,
        List.of(1, 3, 32, 48),
        48,
        32,
        Optional.of(ColorRange.FULL),
        Optional.of(order),
        Optional.of(TensorLayout.NCHW),
        Optional.of(kind),
        mean,
        scale);
  }

  private static List<Cause> causes(InputDescription input, ColorInput declared, YuvRange range) {
    return Recorded.of(input, declared, range).stream().map(Recorded::cause).toList();
  }

  @Test
  void equalRecordsAreNotRemarked() {
    assertThat(causes(input("rgb", "data_mean_and_scale", MEAN, SCALE), LITE, YuvRange.FULL))
        .isEmpty();
    assertThat(
            causes(
                input("rgb", "no_preprocess", List.of(), List.of()),
                ColorInput.rgb(),
                YuvRange.FULL))
        .isEmpty();
    assertThat(
            causes(
                input("bgr", "data_mean", List.of(103.9, 116.8, 123.7), List.of()),
                ColorInput.bgr().withMean(103.9f, 116.8f, 123.7f),
                YuvRange.FULL))
        .isEmpty();
  }

  @Test
  void eachDifferenceIsNamed() {
    assertThat(causes(input("bgr", "data_mean_and_scale", MEAN, SCALE), LITE, YuvRange.FULL))
        .containsExactly(Cause.CHANNEL_ORDER);
    assertThat(causes(input("rgb", "no_preprocess", List.of(), List.of()), LITE, YuvRange.FULL))
        .containsExactly(Cause.NORMALIZATION_MISSING);
    assertThat(
            causes(
                input("rgb", "data_mean_and_scale", MEAN, SCALE), ColorInput.rgb(), YuvRange.FULL))
        .containsExactly(Cause.NORMALIZED_TWICE);
    assertThat(
            causes(
                input("rgb", "data_mean_and_scale", MEAN, List.of(0.0039, 0.0039, 0.0039)),
                LITE,
                YuvRange.FULL))
        .containsExactly(Cause.SCALE);
    assertThat(causes(input("rgb", "data_scale", List.of(), SCALE), LITE, YuvRange.FULL))
        .containsExactly(Cause.MEAN);
    assertThat(causes(input("rgb", "data_mean_and_scale", MEAN, SCALE), LITE, YuvRange.VIDEO))
        .containsExactly(Cause.RANGE);
  }
}
