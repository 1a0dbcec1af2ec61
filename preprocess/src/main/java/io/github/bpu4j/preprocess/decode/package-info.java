// SPDX-License-Identifier: Apache-2.0
/** Encoded pictures to pixels: which format it is, whether it is within limits, what it shows. */
@NullMarked
package io.github.bpu4j.preprocess.decode;

import org.jspecify.annotations.NullMarked;
