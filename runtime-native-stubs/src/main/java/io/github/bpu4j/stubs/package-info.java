// SPDX-License-Identifier: Apache-2.0
/** The native stand-in for the vendor's library: where it is, and how a test steers it. */
@NullMarked
package io.github.bpu4j.stubs;

import org.jspecify.annotations.NullMarked;
