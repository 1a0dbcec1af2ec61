// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

/**
 * Where the time of one classification went, in nanoseconds of {@link System#nanoTime()}.
 *
 * <p>An encoded picture (a file or its bytes) is converted to NV12 of the model's input size before
 * it waits for a request; all of that is {@code decodeNanos}. A frame is converted straight into
 * the request's memory, which is {@code preprocessNanos}.
 *
 * @param decodeNanos reading, decoding, resizing and converting an encoded picture; 0 for frames
 * @param queueNanos waiting for a free request
 * @param preprocessNanos resizing and converting a frame into the request's memory; for an encoded
 *     picture only the copy
 * @param inferNanos inference, including the runtime's overhead
 * @param postprocessNanos reading, transforming and ranking the scores
 * @param totalNanos from the call to the result
 * @since 0.1.0
 */
public record Timings(
    long decodeNanos,
    long queueNanos,
    long preprocessNanos,
    long inferNanos,
    long postprocessNanos,
    long totalNanos) {}
