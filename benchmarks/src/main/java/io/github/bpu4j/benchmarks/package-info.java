// SPDX-License-Identifier: Apache-2.0
/** Benchmarks of single calls, each with a named peer that does the same in the same run. */
@NullMarked
package io.github.bpu4j.benchmarks;

import org.jspecify.annotations.NullMarked;
