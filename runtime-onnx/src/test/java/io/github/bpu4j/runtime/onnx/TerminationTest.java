// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A close that has waited long enough ends running inferences. */
@Timeout(60)
class TerminationTest {
  private static final OnnxOptions IMPATIENT =
      OnnxOptions.defaults().withCloseTimeout(Duration.ZERO);

  @Test
  void closingEndsARunBetweenTwoOperators() throws InterruptedException {
    ClassificationModel model =
        new OnnxRuntime(IMPATIENT).load(Networks.file("slow"), LoadOptions.defaults());
    InferRequest request = model.createRequest();
    CompletableFuture<Void> run =
        CompletableFuture.runAsync(() -> request.infer(Duration.ofSeconds(60)));
    while (!runs(request, model.info().classes())) {
      Thread.sleep(1);
    }
    model.close();
    assertThat(run.handle((none, failure) -> failure).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(InferenceException.class)
        .hasMessage("model slow was closed while it ran");
  }

  private static boolean runs(InferRequest request, int classes) {
    try {
      request.readScores(new float[classes]);
      throw new AssertionError("it had its scores before it was seen to run");
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage()).contains("in use");
    }
  }

  @Test
  void refusesToWaitForLessThanNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OnnxOptions.defaults().withCloseTimeout(Duration.ofMillis(-1)))
        .withMessage("closeTimeout -1 ms: expected 0 s or more");
  }
}
