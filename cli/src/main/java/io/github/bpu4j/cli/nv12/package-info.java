// SPDX-License-Identifier: Apache-2.0
/** The command {@code bpu4j nv12}. */
@NullMarked
package io.github.bpu4j.cli.nv12;

import org.jspecify.annotations.NullMarked;
