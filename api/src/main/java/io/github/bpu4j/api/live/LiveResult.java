// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.live;

import io.github.bpu4j.api.ClassificationResult;
import java.util.Objects;

/**
 * The answer for one frame of a stream.
 *
 * @param result the classes, smoothed if the stream smooths; its {@code totalNanos} is the latency
 *     from the offer to the result and contains both waits
 * @param timestampMicros the frame's timestamp
 * @param requestWaitNanos from the offer until a request was free, equal to the result's {@code
 *     queueNanos}
 * @param turnWaitNanos from the answer of the runtime until all earlier frames were delivered
 * @param dropped how many frames older than this one were dropped since the stream started
 * @since 0.1.0
 */
public record LiveResult(
    ClassificationResult result,
    long timestampMicros,
    long requestWaitNanos,
    long turnWaitNanos,
    long dropped) {
  public LiveResult {
    Objects.requireNonNull(result, "result");
  }
}
