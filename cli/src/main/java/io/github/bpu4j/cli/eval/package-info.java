// SPDX-License-Identifier: Apache-2.0
/** The command {@code bpu4j eval}. */
@NullMarked
package io.github.bpu4j.cli.eval;

import org.jspecify.annotations.NullMarked;
