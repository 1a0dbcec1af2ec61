// SPDX-License-Identifier: Apache-2.0
/** What a file of each format may cost, in one place. */
@NullMarked
package io.github.bpu4j.preprocess.limits;

import org.jspecify.annotations.NullMarked;
