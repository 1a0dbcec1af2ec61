// SPDX-License-Identifier: Apache-2.0
/** Kernels that resize pixels a row at a time, each value as the named library computes it. */
@NullMarked
package io.github.bpu4j.preprocess.resample;

import org.jspecify.annotations.NullMarked;
