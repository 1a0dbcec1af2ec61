// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.ModelFile;
import java.io.IOException;
import java.nio.file.Path;

/** Prints the models of a file and the pictures that they take. */
public final class Photos {
  private Photos() {}

  public static void main(String[] arguments) throws IOException {
    for (ModelDescription model : ModelFile.read(Path.of(arguments[0])).models()) {
      InputDescription input = model.inputs().get(0);
      System.out.printf(
          "%s: %s %dx%d%n", model.name(), input.type(), input.width(), input.height());
    }
  }
}
