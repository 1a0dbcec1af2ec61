// SPDX-License-Identifier: Apache-2.0
/** The libdnn.so of this process: where it is, whether it is usable, and who uses it. */
@NullMarked
package io.github.bpu4j.runtime.bpu.library;

import org.jspecify.annotations.NullMarked;
