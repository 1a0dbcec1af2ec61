// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.runtime.bpu.BpuRuntime;
import java.io.IOException;
import java.nio.file.Path;

/** Classifies pictures as a program does that uses this library, one model open at a time. */
final class Player {
  private final BpuRuntime runtime;

  Player(BpuRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * Opens the model, classifies one picture and closes the model.
   *
   * @throws IOException if the picture cannot be decoded
   */
  Answer play(Path model, Path picture, Feed feed) throws IOException {
    ClassifierBuilder builder =
        Classifier.builder()
            .runtime(runtime)
            .model(model)
            .preprocessing(feed.preprocessing())
            .scoreTransform(feed.transform())
            .scoreThreshold(-Float.MAX_VALUE)
            .maxResults(Integer.MAX_VALUE)
            .concurrency(1)
            .rawScores(true);
    feed.output().ifPresent(builder::outputName);
    try (Classifier classifier = builder.open()) {
      return Answer.of(classifier.classify(picture), classifier.model());
    }
  }
}
