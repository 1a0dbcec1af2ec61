// SPDX-License-Identifier: Apache-2.0
/** Conversion to NV12 and from it: RGB or camera planes in, rows of Y and of U, V pairs out. */
@NullMarked
package io.github.bpu4j.preprocess.nv12;

import org.jspecify.annotations.NullMarked;
