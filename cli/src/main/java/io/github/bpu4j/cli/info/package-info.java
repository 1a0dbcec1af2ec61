// SPDX-License-Identifier: Apache-2.0
/** The commands {@code bpu4j info} and {@code bpu4j stub-model}. */
@NullMarked
package io.github.bpu4j.cli.info;

import org.jspecify.annotations.NullMarked;
