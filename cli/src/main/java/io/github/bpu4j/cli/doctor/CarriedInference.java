// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.io.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One inference with the network that a runtime bundles, on a photo whose answer is known. */
final class CarriedInference {
  /** A photo of a cat, 224x224; see {@code examples/images}. */
  private static final String PHOTO = "chelsea.jpg";

  /** The network that {@code runtime-onnx} bundles, and its answer on x86-64. */
  private static final String NETWORK = "efficientnet_lite0";

  private static final int CLASS = 285;
  private static final float SCORE = 0.7956f;

  /** Between processors, sums of floats are rounded in another order; an error is far larger. */
  private static final float TOLERANCE = 0.05f;

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
      return judged(classifier.model().name(), runtime.name(), classifier.classify(photo()));
    } catch (ClassifierException | IOException e) {
      return Diagnosis.INFERENCE_FAILED.with(Failures.text(e));
    }
  }

  private static byte[] photo() throws IOException {
    try (InputStream in = CarriedInference.class.getResourceAsStream(PHOTO)) {
      return Objects.requireNonNull(in, PHOTO).readAllBytes();
    }
  }

  static Finding judged(String network, String runtime, ClassificationResult result) {
    Category best = result.best();
    String evidence =
        "%s on %s: a photo of a cat is class %d, %s, %.4f, in %.1f ms"
            .formatted(
                network,
                runtime,
                best.index(),
                best.name(),
                best.score(),
                result.timings().inferNanos() / 1e6);
    boolean right = best.index() == CLASS && Math.abs(best.score() - SCORE) <= TOLERANCE;
    return right || !network.equals(NETWORK)
        ? Diagnosis.INFERENCE_OK.with(evidence)
        : Diagnosis.INFERENCE_WRONG.with(evidence + "; expected %d, %.4f".formatted(CLASS, SCORE));
  }
}
