// SPDX-License-Identifier: Apache-2.0
/** The {@code stub-model} command. */
@NullMarked
package io.github.bpu4j.cli.stub;

import org.jspecify.annotations.NullMarked;
