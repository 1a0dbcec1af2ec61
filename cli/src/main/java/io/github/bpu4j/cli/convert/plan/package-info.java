// SPDX-License-Identifier: Apache-2.0
/** Decides how a network is converted, and what speaks against it. */
@NullMarked
package io.github.bpu4j.cli.convert.plan;

import org.jspecify.annotations.NullMarked;
