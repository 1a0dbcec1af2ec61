// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import java.util.OptionalDouble;

/**
 * Figures from the vendor's pages; this project has measured none of them. Empty if not published.
 *
 * @param paramsM millions of parameters
 * @param floatTop1 top-1 accuracy of the floating-point ONNX model, in percent
 * @param quantizedTop1 top-1 accuracy of the compiled model on the board, in percent
 * @param latency1ThreadMs milliseconds per picture with one thread
 * @param latency4ThreadsMs milliseconds per picture with four threads
 * @param fps4Threads pictures per second with four threads
 * @since 0.1.0
 */
public record PublishedFigures(
    OptionalDouble paramsM,
    OptionalDouble floatTop1,
    OptionalDouble quantizedTop1,
    OptionalDouble latency1ThreadMs,
    OptionalDouble latency4ThreadsMs,
    OptionalDouble fps4Threads) {}
