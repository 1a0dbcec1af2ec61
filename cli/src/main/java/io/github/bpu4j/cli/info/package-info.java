// SPDX-License-Identifier: Apache-2.0
/** The {@code info} command: reads in {@code model}, shows in {@code page} or {@code json}. */
@NullMarked
package io.github.bpu4j.cli.info;

import org.jspecify.annotations.NullMarked;
