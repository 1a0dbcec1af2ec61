// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.micrometer;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** What became of a picture, as tags: few and fixed, so that series do not multiply. */
enum Outcome {
  ANSWERED,
  /** The bytes are not a picture, or it is damaged or too large. */
  UNDECODABLE,
  /** The file could not be read. */
  UNREADABLE,
  /** No request became free in time. */
  BUSY,
  /** The runtime did not answer in time. */
  TIMEOUT,
  /** The runtime failed. */
  INFERENCE,
  /** The caller gave up an asynchronous picture. */
  CANCELED,
  /** Anything else, for example a frame that cannot be converted. */
  OTHER;

  static Outcome of(Exception failure) {
    if (failure instanceof ImageDecodeException) {
      return UNDECODABLE;
    }
    if (failure instanceof IOException) {
      return UNREADABLE;
    }
    if (failure instanceof ClassifierBusyException) {
      return BUSY;
    }
    if (failure instanceof InferenceTimeoutException) {
      return TIMEOUT;
    }
    if (failure instanceof InferenceException) {
      return INFERENCE;
    }
    return failure instanceof CancellationException ? CANCELED : OTHER;
  }

  Tags tags() {
    return this == ANSWERED
        ? Tags.of("outcome", "answered", "reason", "none")
        : Tags.of("outcome", "failed", "reason", name().toLowerCase(Locale.ROOT));
  }
}
