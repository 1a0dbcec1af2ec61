// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.fork;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;

/**
 * A program of its own, as a user would write it: finds the runtime, classifies, prints the answer.
 *
 * <p>Arguments: the model file and the number of inferences.
 */
public final class Classify {
  private Classify() {}

  public static void main(String[] arguments) {
    InferenceRuntime runtime = ServiceLoader.load(InferenceRuntime.class).findFirst().orElseThrow();
    Availability availability = runtime.availability();
    System.out.println(runtime.name() + " " + availability);
    if (!availability.available()) {
      System.exit(3);
    }
    Path file = Path.of(arguments[0]);
    try (ClassificationModel model = runtime.load(file, LoadOptions.defaults());
        InferRequest request = model.createRequest()) {
      float[] scores = new float[model.info().classes()];
      for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
        infer(request, scores);
      }
      System.out.println("class 270: " + scores[270]);
    }
  }

  private static void infer(InferRequest request, float[] scores) {
    try {
      request.input().bytes().put(0, (byte) 16);
      request.infer(Duration.ofSeconds(60));
      request.readScores(scores);
    } catch (ClassifierException e) {
      System.out.println("failed: " + e.getMessage());
    }
  }
}
