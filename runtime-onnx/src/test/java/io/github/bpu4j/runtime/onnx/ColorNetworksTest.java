// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.testkit.Nv12Picture;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What models with RGB input receive, value by value: the test models return their input as scores.
 */
class ColorNetworksTest {
  private static final int WIDTH = 6;
  private static final int HEIGHT = 8;

  /** Float arithmetic of a value below 256. */
  private static final double FLOAT = 1e-4;

  private static Nv12Picture noise() {
    SplittableRandom random = new SplittableRandom(11);
    byte[] bytes = new byte[WIDTH * HEIGHT * 3 / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return new Nv12Picture(bytes, WIDTH, HEIGHT);
  }

  /** Red, green or blue of a pixel by the formula of compiled models, 0 to 255. */
  private static double color(Nv12Picture picture, int channel, int x, int y) {
    double u = picture.u(x, y) - 128;
    double v = picture.v(x, y) - 128;
    double value =
        picture.y(x, y)
            + switch (channel) {
              case 0 -> 1.4017 * v;
              case 1 -> -0.3437 * u - 0.7142 * v;
              default -> 1.7722 * u;
            };
    return Math.min(255, Math.max(0, value));
  }

  private static float[] shown(String network, LoadOptions options, Nv12Picture picture) {
    try (ClassificationModel model = new OnnxRuntime().load(Networks.file(network), options);
        InferRequest request = model.createRequest()) {
      assertThat(model.info().range()).isEqualTo(YuvRange.FULL);
      assertThat(model.info().width()).isEqualTo(picture.width());
      assertThat(model.info().height()).isEqualTo(picture.height());
      picture.writeTo(request.input());
      request.infer(Duration.ofSeconds(10));
      float[] scores = new float[model.info().classes()];
      request.readScores(scores);
      return scores;
    }
  }

  private static LoadOptions with(ColorInput input) {
    return LoadOptions.defaults().withColorInput(input);
  }

  @Test
  void writesPlanesOfNormalizedRedGreenBlue() {
    Nv12Picture picture = noise();
    float[] shown = shown("rgb_nchw", with(ColorInput.imagenet()), picture);
    double[] mean = {123.675, 116.28, 103.53};
    double[] deviation = {58.395, 57.12, 57.375};
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          double expected = (color(picture, channel, x, y) - mean[channel]) / deviation[channel];
          assertThat((double) shown[(channel * HEIGHT + y) * WIDTH + x])
              .isCloseTo(expected, within(FLOAT));
        }
      }
    }
  }

  @Test
  void writesPixelsOfBlueGreenRedWithMeansInThatOrder() {
    Nv12Picture picture = noise();
    ColorInput input = ColorInput.bgr().withMean(10, 20, 30).withScale(0.5f);
    float[] shown = shown("rgb_nhwc", with(input), picture);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int place = 0; place < 3; place++) {
          double expected = (color(picture, 2 - place, x, y) - 10 * (place + 1)) * 0.5;
          assertThat((double) shown[(y * WIDTH + x) * 3 + place])
              .isCloseTo(expected, within(FLOAT));
        }
      }
    }
  }

  @Test
  void roundsColorsForNetworksThatTakeBytes() {
    Nv12Picture picture = noise();
    float[] pixels = shown("rgb_u8_nhwc", with(ColorInput.rgb()), picture);
    float[] planes = shown("rgb_u8_nchw", with(ColorInput.bgr()), picture);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int channel = 0; channel < 3; channel++) {
          float expected = Math.round(color(picture, channel, x, y));
          assertThat(pixels[(y * WIDTH + x) * 3 + channel]).isEqualTo(expected);
          assertThat(planes[((2 - channel) * HEIGHT + y) * WIDTH + x]).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void goesByTheFilesPropertiesUnlessOptionsOverrule() {
    Nv12Picture picture = noise();
    float[] byFile = shown("described", LoadOptions.defaults(), picture);
    ColorInput same = ColorInput.bgr().withMean(103.5f, 116.25f, 123.75f).withScale(0.5f);
    assertThat(byFile).containsExactly(shown("rgb_nchw", with(same), picture));
    assertThat(shown("described", with(ColorInput.rgb()), picture))
        .containsExactly(shown("rgb_nchw", with(ColorInput.rgb()), picture));
  }

  @Test
  void takesTheSizeForNetworksOfAnySize() {
    Nv12Picture picture = noise();
    float[] means = shown("dynamic", with(ColorInput.rgb().withSize(WIDTH, HEIGHT)), picture);
    assertThat(means).hasSize(3);
    for (int channel = 0; channel < 3; channel++) {
      double sum = 0;
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        sum += color(picture, channel, i % WIDTH, i / WIDTH);
      }
      assertThat((double) means[channel]).isCloseTo(sum / (WIDTH * HEIGHT), within(1e-3));
    }
  }

  @Test
  void takesTheStatedLayoutWhereTheShapeFitsBoth() {
    ColorInput planes = ColorInput.rgb().withLayout(TensorLayout.NCHW);
    try (ClassificationModel model =
        new OnnxRuntime().load(Networks.file("three_by_three"), with(planes))) {
      throw new AssertionError("odd width must be refused, got " + model.info());
    } catch (io.github.bpu4j.api.error.IncompatibleModelException e) {
      assertThat(e).hasMessageContaining("got 3x4");
    }
  }
}
