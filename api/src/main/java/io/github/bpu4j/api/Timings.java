// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

/**
 * Where the time of one classification went, in nanoseconds of {@link System#nanoTime()}.
 *
 * @param decodeNanos reading and decoding the picture; 0 for frames
 * @param queueNanos waiting for a free request
 * @param preprocessNanos resizing and converting into the request's memory
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
