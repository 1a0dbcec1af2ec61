// SPDX-License-Identifier: Apache-2.0
/** Benchmarks of preprocessing, each beside OpenCV doing the same in the same run. */
@NullMarked
package io.github.bpu4j.benchmarks;

import org.jspecify.annotations.NullMarked;
