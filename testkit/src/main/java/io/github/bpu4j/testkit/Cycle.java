// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.time.Duration;
import java.util.SplittableRandom;

/** Distinguishable pictures, and the cycle from a picture to its scores. */
final class Cycle {
  /** Longer than any working inference takes. */
  static final Duration AMPLE = Duration.ofSeconds(60);

  private Cycle() {}

  /** Returns noise in the VIDEO range that only depends on the number. */
  static Nv12Picture picture(ModelInfo info, int number) {
    byte[] bytes = new byte[info.width() * info.height() / 2 * 3];
    SplittableRandom random = new SplittableRandom(number);
    int base = 16 + random.nextInt(180);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (base + random.nextInt(40));
    }
    return new Nv12Picture(bytes, info.width(), info.height());
  }

  /** Returns the scores of a numbered picture. */
  static float[] scores(ClassificationModel model, InferRequest request, int number) {
    picture(model.info(), number).writeTo(request.input());
    request.infer(AMPLE);
    return read(model, request);
  }

  static float[] read(ClassificationModel model, InferRequest request) {
    float[] scores = new float[model.info().classes()];
    request.readScores(scores);
    return scores;
  }

  /** Returns the scores of a numbered picture from a new request. */
  static float[] scores(ClassificationModel model, int number) {
    try (InferRequest request = model.createRequest()) {
      return scores(model, request, number);
    }
  }

  /** Fills every byte between the end of a row and the start of the next. */
  static void fillPadding(Nv12Buffer input, int value) {
    for (int row = 0; row < input.height() / 2 * 3; row++) {
      for (int i = input.width(); i < input.rowPitch(); i++) {
        input.bytes().put(row * input.rowPitch() + i, (byte) value);
      }
    }
  }
}
