// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Classifier;
import java.io.IOException;
import java.nio.file.Path;

/** A user's program that is the same on board and laptop: a .bin, an .onnx and a picture. */
final class OneProgram {
  private OneProgram() {}

  public static void main(String[] arguments) throws IOException {
    Path bin = Path.of(arguments[0]);
    Path onnx = Path.of(arguments[1]);
    try (Classifier classifier = Classifier.builder().model(bin, onnx).open()) {
      Category best = classifier.classify(Path.of(arguments[2])).best();
      System.out.printf("%s %d %s%n", classifier.model().runtime(), best.index(), best.name());
      System.out.println(classifier.settings());
    }
  }
}
