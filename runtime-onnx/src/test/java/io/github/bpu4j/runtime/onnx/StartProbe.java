// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import java.time.Duration;

/** A process that classifies one picture. */
final class StartProbe {
  private StartProbe() {}

  public static void main(String[] arguments) {
    OnnxRuntime runtime = new OnnxRuntime();
    System.out.println(runtime.availability());
    try (ClassificationModel model = runtime.load(Networks.file("tiny"), LoadOptions.defaults());
        InferRequest request = model.createRequest()) {
      request.infer(Duration.ofSeconds(30));
      request.readScores(new float[10]);
      System.out.println("answered");
    }
    if (arguments.length > 0) {
      exitWhileOthersRun(runtime);
    }
  }

  /** Ends the process during runs that nobody waits for. */
  private static void exitWhileOthersRun(OnnxRuntime runtime) {
    ClassificationModel model = runtime.load(Networks.file("slow"), LoadOptions.defaults());
    for (int i = 0; i < 4; i++) {
      InferRequest request = model.createRequest();
      Thread thread = new Thread(() -> request.infer(Duration.ofSeconds(30)));
      thread.setDaemon(true);
      thread.start();
    }
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    System.exit(0);
  }
}
