// SPDX-License-Identifier: Apache-2.0
/** The command {@code bpu4j perf}. */
@NullMarked
package io.github.bpu4j.cli.perf;

import org.jspecify.annotations.NullMarked;
