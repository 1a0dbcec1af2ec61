// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.status;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.NativeStatus;

/** The exceptions that a status code can turn into. */
public enum ExceptionKind {
  MODEL_LOAD,
  INCOMPATIBLE_MODEL,
  INFERENCE,
  INFERENCE_TIMEOUT,
  BUSY;

  public ClassifierException create(String message, NativeStatus status) {
    return switch (this) {
      case MODEL_LOAD -> new ModelLoadException(message, status);
      case INCOMPATIBLE_MODEL -> new IncompatibleModelException(message, status);
      case INFERENCE -> new InferenceException(message, status);
      case INFERENCE_TIMEOUT -> new InferenceTimeoutException(message, status);
      case BUSY -> new ClassifierBusyException(message, status);
    };
  }
}
