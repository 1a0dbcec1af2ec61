// SPDX-License-Identifier: Apache-2.0
/** The report to send in: JSON and one HTML page, without a word about the user. */
@NullMarked
package io.github.bpu4j.cli.selftest.report;

import org.jspecify.annotations.NullMarked;
