// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

/**
 * One recorded call.
 *
 * @param sequence number of the call among those recorded, from 1
 * @param function what was called
 * @param code what it returned; 0 for functions that return a text
 * @param first the handle or physical address concerned; for a submit the task it made, 0 if none
 * @param second the index, flag, size, count or timeout concerned; for a submit the model
 * @param startNanos start on the machine's monotonic clock, in ns
 * @param durationNanos time that the call took, in ns
 * @param thread kernel's id of the calling thread
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
