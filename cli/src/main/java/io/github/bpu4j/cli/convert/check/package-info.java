// SPDX-License-Identifier: Apache-2.0
/** Compares a compiled file with the network that it was made of, and names what does not match. */
@NullMarked
package io.github.bpu4j.cli.convert.check;

import org.jspecify.annotations.NullMarked;
