// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.preprocess.ImageFrame;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** One inference with the network that a runtime bundles, on a picture that is computed here. */
final class CarriedInference {
  private static final int SIDE = 224;

  private CarriedInference() {}

  /** Uses the first runtime that is available and bundles a network. */
  static Finding with(List<InferenceRuntime> runtimes) {
    Optional<InferenceRuntime> runtime =
        runtimes.stream()
            .filter(candidate -> candidate.defaultModel().isPresent())
            .filter(candidate -> candidate.availability().available())
            .findFirst();
    return runtime
        .map(CarriedInference::infer)
        .orElseGet(() -> Diagnosis.INFERENCE_NO_MODEL.with("no available runtime bundles a model"));
  }

  private static Finding infer(InferenceRuntime runtime) {
    try (Classifier classifier = Classifier.builder().runtime(runtime).open()) {
      ClassificationResult result = classifier.classify(picture());
      String answer =
          "%s on %s: class %d, %s, %.4f, in %.1f ms"
              .formatted(
                  classifier.model().name(),
                  runtime.name(),
                  result.best().index(),
                  result.best().name(),
                  result.best().score(),
                  result.timings().inferNanos() / 1e6);
      return Diagnosis.INFERENCE_OK.with(answer);
    } catch (ClassifierException e) {
      return Diagnosis.INFERENCE_FAILED.with(Failures.text(e));
    }
  }

  private static ImageFrame picture() {
    ByteBuffer pixels = ByteBuffer.allocateDirect(SIDE * SIDE * 3);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        pixels.put((byte) x).put((byte) y).put((byte) (x ^ y));
      }
    }
    return ImageFrame.rgb(pixels.flip(), SIDE, SIDE, SIDE * 3);
  }
}
