// SPDX-License-Identifier: Apache-2.0
/** The groups of options that commands share. */
@NullMarked
package io.github.bpu4j.cli.options;

import org.jspecify.annotations.NullMarked;
