// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.record;

import java.util.OptionalDouble;

/**
 * A published speed.
 *
 * @param name of the model, as in the zoo
 * @param threads number of threads, each with one picture in flight
 * @param latencyMs average milliseconds per picture
 * @param fps pictures per second
 */
public record RateRecord(String name, int threads, OptionalDouble latencyMs, OptionalDouble fps) {}
