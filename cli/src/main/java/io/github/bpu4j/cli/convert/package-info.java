// SPDX-License-Identifier: Apache-2.0
/** Turns a network of one's own into a checked .bin. */
@NullMarked
package io.github.bpu4j.cli.convert;

import org.jspecify.annotations.NullMarked;
