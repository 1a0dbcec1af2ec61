// SPDX-License-Identifier: Apache-2.0
/** The bpu4j command. */
@NullMarked
package io.github.bpu4j.cli;

import org.jspecify.annotations.NullMarked;
