// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

/**
 * A recorded call.
 *
 * @param sequence number of the call among those recorded, from 1
 * @param function the function that was called
 * @param code its return value; 0 for functions that return a text
 * @param first the handle or physical address; for a submit the task that it created, 0 if none
 * @param second the index, flag, size, count or timeout; for a submit the model
 * @param startNanos start on the machine's monotonic clock, in ns
 * @param durationNanos duration of the call, in ns
 * @param thread kernel's ID of the calling thread
 * @since 0.1.0
 */
public record StubCall(
    long sequence,
    StubFunction function,
    int code,
    long first,
    long second,
    long startNanos,
    long durationNanos,
    int thread) {}
