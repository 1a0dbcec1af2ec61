// SPDX-License-Identifier: Apache-2.0
/**
 * Measures the whole pipeline, compares it with its limits, and writes the figures to the
 * documentation.
 */
@NullMarked
package io.github.bpu4j.benchmarks.table;

import org.jspecify.annotations.NullMarked;
