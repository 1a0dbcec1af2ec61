// SPDX-License-Identifier: Apache-2.0
/** The native stand-in for the vendor's library: where it is, and how tests control it. */
@NullMarked
package io.github.bpu4j.stubs;

import org.jspecify.annotations.NullMarked;
