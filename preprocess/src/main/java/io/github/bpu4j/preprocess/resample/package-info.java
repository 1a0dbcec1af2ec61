// SPDX-License-Identifier: Apache-2.0
/** Views on pixels in memory, and the kernels that resize them a row at a time. */
@NullMarked
package io.github.bpu4j.preprocess.resample;

import org.jspecify.annotations.NullMarked;
