// SPDX-License-Identifier: Apache-2.0
/** Micrometer meters of what a classifier does; usable without a framework. */
@NullMarked
package io.github.bpu4j.micrometer;

import org.jspecify.annotations.NullMarked;
