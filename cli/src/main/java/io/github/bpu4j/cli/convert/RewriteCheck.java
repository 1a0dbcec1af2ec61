// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.cli.convert.plan.ConversionPlan;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.runtime.onnx.OnnxRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Compares what a network and its rewritten form answer to one picture. */
final class RewriteCheck {
  /** Of the largest score; both files compute the same in another order at most. */
  private static final float TOLERANCE = 1e-5f;

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private RewriteCheck() {}

  /**
   * Runs both files.
   *
   * @return how they differ; empty if they do not
   * @throws io.github.bpu4j.api.error.RuntimeUnavailableException if no network can be run here
   */
  static Optional<Text> difference(
      ConversionPlan plan, Path rewritten, Path picture, DecodeLimits limits) throws IOException {
    float[] before = scores(plan, plan.network().path(), picture, limits);
    float[] after;
    try {
      after = scores(plan, rewritten, picture, limits);
    } catch (ClassifierException e) {
      return Optional.of(
          Text.of(
              "convert.rewritten-fails", "the rewritten file does not run: %s", Failures.text(e)));
    }
    float largest = 0;
    float difference = 0;
    for (int i = 0; i < before.length; i++) {
      largest = Math.max(largest, Math.abs(before[i]));
      difference = Math.max(difference, Math.abs(before[i] - after[i]));
    }
    return difference <= TOLERANCE * largest
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "convert.rewritten-scores",
                "scores of the rewritten file differ by %s",
                difference));
  }

  private static float[] scores(ConversionPlan plan, Path file, Path picture, DecodeLimits limits)
      throws IOException {
    LoadOptions options = LoadOptions.defaults().withColorInput(plan.colors());
    if (plan.metadata().outputName().isPresent()) {
      options = options.withOutputName(plan.metadata().outputName().get());
    }
    try (ClassificationModel model = new OnnxRuntime().load(file, options);
        InferRequest request = model.createRequest()) {
      Preprocessing settings =
          new Preprocessing(
              plan.fit(), plan.interpolation(), YuvRange.FULL, Preprocessing.defaults().chroma());
      new Nv12Converter(settings, model.info().width(), model.info().height())
          .convert(picture, limits, request.input());
      request.infer(TIMEOUT);
      float[] scores = new float[model.info().classes()];
      request.readScores(scores);
      return scores;
    }
  }
}
