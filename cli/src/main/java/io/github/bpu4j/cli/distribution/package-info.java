// SPDX-License-Identifier: Apache-2.0

/** What the distribution holds besides the jars: completion, manual pages and licenses. */
@NullMarked
package io.github.bpu4j.cli.distribution;

import org.jspecify.annotations.NullMarked;
