// SPDX-License-Identifier: Apache-2.0
/** What all commands share: streams, JSON, failures, progress. */
@NullMarked
package io.github.bpu4j.cli.io;

import org.jspecify.annotations.NullMarked;
