// SPDX-License-Identifier: Apache-2.0
/** The page of {@code watch --serve}: a stream's picture and answers in a browser. */
@NullMarked
package io.github.bpu4j.cli.watch.page;

import org.jspecify.annotations.NullMarked;
