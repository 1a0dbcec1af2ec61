// SPDX-License-Identifier: Apache-2.0
/** Geometry of a fit: the two axes of the resize, and where the result lies in the target. */
@NullMarked
package io.github.bpu4j.preprocess.placement;

import org.jspecify.annotations.NullMarked;
