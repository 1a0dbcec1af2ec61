// SPDX-License-Identifier: Apache-2.0
/** Writes the folder that the compiler works from. */
@NullMarked
package io.github.bpu4j.cli.convert.folder;

import org.jspecify.annotations.NullMarked;
