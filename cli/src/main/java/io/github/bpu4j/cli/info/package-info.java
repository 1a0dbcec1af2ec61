// SPDX-License-Identifier: Apache-2.0
/** The command {@code bpu4j info}. */
@NullMarked
package io.github.bpu4j.cli.info;

import org.jspecify.annotations.NullMarked;
