// SPDX-License-Identifier: Apache-2.0
/** The report of {@code bpu4j eval} as one HTML file. */
@NullMarked
package io.github.bpu4j.cli.eval.report;

import org.jspecify.annotations.NullMarked;
