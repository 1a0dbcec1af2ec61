// SPDX-License-Identifier: Apache-2.0
/** Measures the whole path against its ceilings and writes the figures into the documentation. */
@NullMarked
package io.github.bpu4j.benchmarks.table;

import org.jspecify.annotations.NullMarked;
