// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

/**
 * Where the time of one classification went, in nanoseconds of {@link System#nanoTime()}.
 *
 * <p>An encoded picture (a file or its bytes) becomes NV12 of the network's size before it waits
 * for a request, so that work is all {@code decodeNanos}. A frame is converted straight into the
 * request's memory, which is {@code preprocessNanos}.
 *
 * @param decodeNanos reading, decoding, resizing and converting an encoded picture; 0 for frames
 * @param queueNanos waiting for a free request
 * @param preprocessNanos resizing and converting a frame into the request's memory; for an encoded
 *     picture the copy alone
 * @param inferNanos the network, with the runtime's own overhead
 * @param postprocessNanos reading, transforming and ranking the scores
 * @param totalNanos from the call to the result
 */
public record Timings(
    long decodeNanos,
    long queueNanos,
    long preprocessNanos,
    long inferNanos,
    long postprocessNanos,
    long totalNanos) {}
