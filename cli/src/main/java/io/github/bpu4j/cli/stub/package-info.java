// SPDX-License-Identifier: Apache-2.0
/** The command {@code bpu4j stub-model}. */
@NullMarked
package io.github.bpu4j.cli.stub;

import org.jspecify.annotations.NullMarked;
