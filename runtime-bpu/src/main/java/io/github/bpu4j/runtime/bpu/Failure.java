// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.NativeStatus;

/** The exceptions that a status code can turn into. */
enum Failure {
  MODEL_LOAD {
    @Override
    ClassifierException exception(String message, NativeStatus status) {
      return new ModelLoadException(message, status);
    }
  },
  INCOMPATIBLE_MODEL {
    @Override
    ClassifierException exception(String message, NativeStatus status) {
      return new IncompatibleModelException(message, status);
    }
  },
  INFERENCE {
    @Override
    ClassifierException exception(String message, NativeStatus status) {
      return new InferenceException(message, status);
    }
  },
  INFERENCE_TIMEOUT {
    @Override
    ClassifierException exception(String message, NativeStatus status) {
      return new InferenceTimeoutException(message, status);
    }
  },
  BUSY {
    @Override
    ClassifierException exception(String message, NativeStatus status) {
      return new ClassifierBusyException(message, status);
    }
  };

  abstract ClassifierException exception(String message, NativeStatus status);
}
