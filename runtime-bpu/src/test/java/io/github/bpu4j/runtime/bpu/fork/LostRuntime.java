// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.fork;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import java.nio.file.Path;

/** A program that wants a runtime whose service file was lost, and prints what it is told. */
public final class LostRuntime {
  private LostRuntime() {}

  public static void main(String[] arguments) {
    try (Classifier classifier =
        Classifier.builder().runtime("onnx").model(Path.of(arguments[0])).open()) {
      System.out.println("opened " + classifier.model());
    } catch (RuntimeUnavailableException e) {
      System.out.println(e.getMessage());
    }
  }
}
