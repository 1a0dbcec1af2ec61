// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.TensorLayout;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong assumptions about a model are rejected with what was found and what was expected. */
class RefusedNetworksTest {
  static Stream<Arguments> refused() {
    ColorInput rgb = ColorInput.rgb();
    return Stream.of(
        arguments("rgb_nchw", null, "'image' is FLOAT [1, 3, 8, 6]", "ColorInput.imagenet()"),
        arguments("rgb_u8_nhwc", null, "'image' is UINT8 [1, 8, 6, 3]", "builder().colorInput"),
        arguments("rgb_u8_nhwc", ColorInput.imagenet(), "no mean and scale", "123.675"),
        arguments("gray", rgb, "[1, 1, 8, 6]", "3 channels"),
        arguments("odd", rgb, "[1, 3, 7, 5]", "even sides"),
        arguments("three_by_three", rgb, "[1, 3, 4, 3]", "ColorInput.withLayout"),
        arguments("rgb_nchw", rgb.withLayout(TensorLayout.NHWC), "[1, 3, 8, 6]", "in layout NHWC"),
        arguments("batch_of_two", rgb, "[2, 3, 8, 6]", "one picture"),
        arguments("dynamic", rgb, "[1, 3, -1, -1]", "ColorInput.withSize"),
        arguments("rgb_nchw", rgb.withSize(224, 224), "height 8", "got 224"),
        arguments("dynamic", rgb.withSize(8192, 4096), "got 8192x4096", "at most 16 MP"),
        arguments("dynamic", rgb.withSize(8_388_608, 2), "got 8388608x2", "2 to 16384"),
        arguments(
            "zero_scale", null, "custom properties: scale: got [1.0, 0.0, 1.0]", "other than 0"),
        arguments(
            "infinite_mean",
            null,
            "custom properties: mean: got [Infinity, Infinity, Infinity]",
            "finite"),
        arguments("open_scores", rgb.withSize(6, 8), "[1, -1, -1]", "FLOAT [1, classes]"),
        arguments("two_inputs", null, "2 inputs [nv12, more]", "expected one"),
        arguments("label_only", null, "'label' is INT64 [1]", "FLOAT [1, classes]"),
        arguments("bad_property", null, "bpu4j.range is 'loud'", "FULL or VIDEO"));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("refused")
  void saysWhatItGotAndExpected(
      String network, @Nullable ColorInput input, String got, String expected) {
    LoadOptions plain = LoadOptions.defaults();
    LoadOptions options = input == null ? plain : plain.withColorInput(input);
    assertThatThrownBy(() -> new OnnxRuntime().load(Networks.file(network), options).close())
        .isInstanceOf(IncompatibleModelException.class)
        .hasMessageContaining(network + ".onnx")
        .hasMessageContaining(got)
        .hasMessageContaining(expected);
  }

  @Test
  void asksWhichOfSeveralOutputsHoldsTheScores() {
    OnnxRuntime runtime = new OnnxRuntime();
    assertThatThrownBy(
            () -> runtime.load(Networks.file("two_outputs"), LoadOptions.defaults()).close())
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageContaining("[flat, logits]");
    LoadOptions logits = LoadOptions.defaults().withOutputName("logits");
    try (ClassificationModel model = runtime.load(Networks.file("two_outputs"), logits)) {
      assertThat(model.info().classes()).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @CsvSource({"tiny,false", "tiny_softmax,true"})
  void readsOffTheGraphWhetherScoresAreProbabilities(String network, boolean probabilities) {
    OnnxRuntime runtime = new OnnxRuntime();
    try (ClassificationModel model = runtime.load(Networks.file(network), LoadOptions.defaults())) {
      assertThat(model.info().probabilities()).contains(probabilities);
    }
  }

  @Test
  void refusesProvidersThatTheLibraryLacks() {
    OnnxOptions options = OnnxOptions.defaults().withProviders(OnnxProvider.CUDA, OnnxProvider.CPU);
    assertThatThrownBy(
            () ->
                new OnnxRuntime(options)
                    .load(Networks.file("tiny"), LoadOptions.defaults())
                    .close())
        .isInstanceOf(RuntimeUnavailableException.class)
        .hasMessageContaining("CUDA")
        .hasMessageContaining("has [CPU]");
  }

  @Test
  void refusesOptionsOutOfRange() {
    OnnxOptions options = OnnxOptions.defaults();
    ColorInput rgb = ColorInput.rgb();
    assertThatThrownBy(() -> options.withThreads(0)).hasMessageContaining("threads: got 0");
    assertThatThrownBy(options::withProviders).hasMessageContaining("providers: got none");
    assertThatThrownBy(() -> rgb.withSize(7, 8)).hasMessageContaining("got 7x8");
    assertThatThrownBy(() -> rgb.withMean(0, Float.NaN, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> rgb.withScale(1, 0, 1)).hasMessageContaining("other than 0");
    assertThatThrownBy(() -> rgb.withScale(-0f)).hasMessageContaining("other than 0");
    assertThatThrownBy(() -> rgb.withLayout(TensorLayout.NONE)).hasMessageContaining("NCHW");
  }
}
