// SPDX-License-Identifier: Apache-2.0
/** Runs the vendor's compiler, which the user has installed, and checks what comes out. */
@NullMarked
package io.github.bpu4j.cli.convert.compiler;

import org.jspecify.annotations.NullMarked;
