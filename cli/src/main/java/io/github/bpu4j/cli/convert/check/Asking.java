// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Nv12Converter;
import io.github.bpu4j.preprocess.Preprocessing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Asks a model for the scores of pictures.
 *
 * @param runtime that runs it
 * @param file of the model
 * @param options to load it with
 * @param pictures in order
 * @param limits for decoding them
 * @param done called after each
 * @param stopped polled before each
 */
record Asking(
    InferenceRuntime runtime,
    Path file,
    LoadOptions options,
    List<Path> pictures,
    DecodeLimits limits,
    Runnable done,
    BooleanSupplier stopped) {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** Ends a comparison that is no longer wanted. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Returns the scores of all pictures.
   *
   * @param settings with a range of FULL or VIDEO
   */
  Answers answers(Preprocessing settings) throws IOException {
    List<float[]> all = new ArrayList<>();
    try (ClassificationModel model = runtime.load(file, options);
        InferRequest request = model.createRequest()) {
      Nv12Converter converter =
          new Nv12Converter(settings, model.info().width(), model.info().height());
      for (Path picture : pictures) {
        if (stopped.getAsBoolean()) {
          throw new Stopped();
        }
        converter.convert(picture, limits, request.input());
        request.infer(TIMEOUT);
        float[] scores = new float[model.info().classes()];
        request.readScores(scores);
        all.add(scores);
        done.run();
      }
      boolean probabilities = model.info().probabilities().orElseGet(() -> sumToOne(all));
      return new Answers(all, probabilities);
    }
  }

  private static boolean sumToOne(List<float[]> answers) {
    for (float[] scores : answers) {
      double sum = 0;
      for (float score : scores) {
        if (score < 0) {
          return false;
        }
        sum += score;
      }
      if (Math.abs(sum - 1) > 0.01) {
        return false;
      }
    }
    return true;
  }
}
