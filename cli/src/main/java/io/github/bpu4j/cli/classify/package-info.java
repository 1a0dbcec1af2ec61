// SPDX-License-Identifier: Apache-2.0
/** The command {@code bpu4j classify}. */
@NullMarked
package io.github.bpu4j.cli.classify;

import org.jspecify.annotations.NullMarked;
