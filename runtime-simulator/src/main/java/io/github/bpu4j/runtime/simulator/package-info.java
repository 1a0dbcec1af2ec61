// SPDX-License-Identifier: Apache-2.0
/** The runtime {@code simulator}, its options, and the vendor's estimate of a board's speed. */
@NullMarked
package io.github.bpu4j.runtime.simulator;

import org.jspecify.annotations.NullMarked;
