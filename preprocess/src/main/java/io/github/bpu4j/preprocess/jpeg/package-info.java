// SPDX-License-Identifier: Apache-2.0
/** A JPEG decoder of our own: coefficients to samples, only where somebody looks, and to colors. */
@NullMarked
package io.github.bpu4j.preprocess.jpeg;

import org.jspecify.annotations.NullMarked;
