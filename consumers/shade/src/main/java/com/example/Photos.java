// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Classifier;
import java.io.IOException;
import java.nio.file.Path;

/** Prints what is on a photo. */
public final class Photos {
  private Photos() {}

  public static void main(String[] arguments) throws IOException {
    try (Classifier classifier = Classifier.openDefault()) {
      Category best = classifier.classify(Path.of(arguments[0])).best();
      System.out.println(best.index() + " " + best.name());
    }
  }
}
