// SPDX-License-Identifier: Apache-2.0
/** The {@code info} command's answer as text for people. */
@NullMarked
package io.github.bpu4j.cli.info.page;

import org.jspecify.annotations.NullMarked;
