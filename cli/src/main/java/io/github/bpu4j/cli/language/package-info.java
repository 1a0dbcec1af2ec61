// SPDX-License-Identifier: Apache-2.0

/** The language that the command speaks to people. */
@NullMarked
package io.github.bpu4j.cli.language;

import org.jspecify.annotations.NullMarked;
