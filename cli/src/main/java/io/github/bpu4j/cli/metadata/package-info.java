// SPDX-License-Identifier: Apache-2.0
/** The command {@code metadata}. */
@NullMarked
package io.github.bpu4j.cli.metadata;

import org.jspecify.annotations.NullMarked;
