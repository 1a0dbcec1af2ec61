// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.ClassifierException;
import java.io.IOException;
import java.nio.file.Path;

/** Opens for cats, and stays shut when in doubt. */
public final class CatDoor {
  private final Classifier classifier;

  public CatDoor(Classifier classifier) {
    this.classifier = classifier;
  }

  public boolean opensFor(Path photo) throws IOException {
    try {
      Category best = classifier.classify(photo).best();
      return best.name().endsWith("cat") && best.score() > 0.5f;
    } catch (ClassifierException e) {
      return false;
    }
  }
}
