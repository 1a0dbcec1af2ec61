// SPDX-License-Identifier: Apache-2.0
/** Benchmarks of one call each, beside a named peer doing the same in the same run. */
@NullMarked
package io.github.bpu4j.benchmarks;

import org.jspecify.annotations.NullMarked;
