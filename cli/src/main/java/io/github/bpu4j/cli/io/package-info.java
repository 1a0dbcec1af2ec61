// SPDX-License-Identifier: Apache-2.0
/** What every command of bpu4j shares: streams, JSON, failures, progress. */
@NullMarked
package io.github.bpu4j.cli.io;

import org.jspecify.annotations.NullMarked;
