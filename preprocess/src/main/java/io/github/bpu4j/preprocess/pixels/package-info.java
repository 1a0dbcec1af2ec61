// SPDX-License-Identifier: Apache-2.0
/**
 * Views on pixels in memory, colors or luma and chroma: crops and turns are other numbers on the
 * same bytes.
 */
@NullMarked
package io.github.bpu4j.preprocess.pixels;

import org.jspecify.annotations.NullMarked;
