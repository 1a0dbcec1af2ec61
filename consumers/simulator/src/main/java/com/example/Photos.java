// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import java.io.IOException;
import java.nio.file.Path;

/** Prints the class that a compiled model gives to a photo. */
public final class Photos {
  private Photos() {}

  public static void main(String[] arguments) throws IOException {
    try (Classifier classifier =
        Classifier.builder().model(Path.of(arguments[1])).runtime("simulator").open()) {
      ClassificationResult result = classifier.classify(Path.of(arguments[0]));
      System.out.println(result.best().name() + (result.simulated() ? ", simulated" : ""));
    }
  }
}
