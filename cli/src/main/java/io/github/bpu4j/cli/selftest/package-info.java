// SPDX-License-Identifier: Apache-2.0
/** {@code bpu4j selftest}: the first hour on a board in one command. */
@NullMarked
package io.github.bpu4j.cli.selftest;

import org.jspecify.annotations.NullMarked;
