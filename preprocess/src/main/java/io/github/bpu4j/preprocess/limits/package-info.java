// SPDX-License-Identifier: Apache-2.0
/** The costs that a file of each format may cause, in one place. */
@NullMarked
package io.github.bpu4j.preprocess.limits;

import org.jspecify.annotations.NullMarked;
