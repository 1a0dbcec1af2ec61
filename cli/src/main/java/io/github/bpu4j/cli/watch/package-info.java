// SPDX-License-Identifier: Apache-2.0
/** The command {@code watch}: classifies the frames of a camera or clip as they come. */
@NullMarked
package io.github.bpu4j.cli.watch;

import org.jspecify.annotations.NullMarked;
