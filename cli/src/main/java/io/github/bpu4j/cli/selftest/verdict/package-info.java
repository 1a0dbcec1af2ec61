// SPDX-License-Identifier: Apache-2.0
/** The words of the self-test in English and Chinese. */
@NullMarked
package io.github.bpu4j.cli.selftest.verdict;

import org.jspecify.annotations.NullMarked;
