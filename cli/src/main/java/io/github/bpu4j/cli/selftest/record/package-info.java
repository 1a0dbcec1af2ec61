// SPDX-License-Identifier: Apache-2.0
/** What boards have printed: answers for known pictures, and rates; and the pictures by content. */
@NullMarked
package io.github.bpu4j.cli.selftest.record;

import org.jspecify.annotations.NullMarked;
