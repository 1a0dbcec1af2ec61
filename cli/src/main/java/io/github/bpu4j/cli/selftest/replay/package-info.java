// SPDX-License-Identifier: Apache-2.0
/** Replays recorded answers and rates, compares them, and finds out why one differs. */
@NullMarked
package io.github.bpu4j.cli.selftest.replay;

import org.jspecify.annotations.NullMarked;
