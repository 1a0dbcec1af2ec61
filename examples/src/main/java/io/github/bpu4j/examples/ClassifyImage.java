// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Classifier;
import java.io.IOException;
import java.nio.file.Path;

/** The shortest useful program: classifies a picture with a bundled model. */
public final class ClassifyImage {
  private ClassifyImage() {}

  /**
   * Prints the five best classes.
   *
   * @param arguments the picture
   * @throws IOException if it cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: ClassifyImage PICTURE");
      System.exit(2);
    }
    try (Classifier classifier = Classifier.openDefault()) {
      for (Category category : classifier.classify(Path.of(arguments[0])).categories()) {
        System.out.printf("%4d  %.4f  %s%n", category.index(), category.score(), category.name());
      }
    }
  }
}
