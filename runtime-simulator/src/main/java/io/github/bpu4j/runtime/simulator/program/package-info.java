// SPDX-License-Identifier: Apache-2.0
/** Finds the vendor's programs where the user installed them. */
@NullMarked
package io.github.bpu4j.runtime.simulator.program;

import org.jspecify.annotations.NullMarked;
