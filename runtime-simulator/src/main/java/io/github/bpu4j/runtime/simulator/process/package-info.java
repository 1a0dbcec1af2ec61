// SPDX-License-Identifier: Apache-2.0
/** Runs the vendor's programs, one process per picture, and reads what they write. */
@NullMarked
package io.github.bpu4j.runtime.simulator.process;

import org.jspecify.annotations.NullMarked;
