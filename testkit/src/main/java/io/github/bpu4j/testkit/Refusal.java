// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A call at the wrong time, and the message with which every runtime rejects it.
 *
 * @param message of the {@link IllegalStateException}
 */
record Refusal(String message) {
  static Refusal modelClosed(ClassificationModel model) {
    return new Refusal("model " + model.info().name() + " is closed; open a new one");
  }

  static Refusal requestClosed(ClassificationModel model) {
    return ofRequest(model, "is closed; create another");
  }

  static Refusal spent(ClassificationModel model) {
    return ofRequest(model, "is spent by a failed inference; close it and create another");
  }

  static Refusal inUse(ClassificationModel model) {
    return ofRequest(model, "is in use by another thread; use one request per thread");
  }

  static Refusal noScores(ClassificationModel model) {
    return ofRequest(model, "has no scores yet; call infer first");
  }

  private static Refusal ofRequest(ClassificationModel model, String message) {
    return new Refusal("request of model " + model.info().name() + " " + message);
  }

  boolean isIn(IllegalStateException exception) {
    return message.equals(exception.getMessage());
  }

  void of(ThrowingCallable call) {
    assertThatIllegalStateException().isThrownBy(call).withMessage(message);
  }

  void ofReading(ClassificationModel model, InferRequest request) {
    of(() -> Cycle.read(model, request));
  }

  void ofEveryCall(ClassificationModel model, InferRequest request) {
    of(() -> request.infer(Cycle.AMPLE));
    of(request::input);
    ofReading(model, request);
  }
}
