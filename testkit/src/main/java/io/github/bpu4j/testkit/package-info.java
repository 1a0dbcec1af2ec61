// SPDX-License-Identifier: Apache-2.0
/** Stand-ins and the contract suite, for tests without a board. */
@NullMarked
package io.github.bpu4j.testkit;

import org.jspecify.annotations.NullMarked;
