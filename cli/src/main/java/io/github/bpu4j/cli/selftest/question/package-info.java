// SPDX-License-Identifier: Apache-2.0
/** What no document answers about the board's library, answered as far as a program can. */
@NullMarked
package io.github.bpu4j.cli.selftest.question;

import org.jspecify.annotations.NullMarked;
