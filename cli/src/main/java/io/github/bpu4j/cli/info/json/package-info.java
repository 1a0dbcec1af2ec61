// SPDX-License-Identifier: Apache-2.0
/** The {@code info} command's answer as JSON; docs/json.md lists the keys. */
@NullMarked
package io.github.bpu4j.cli.info.json;

import org.jspecify.annotations.NullMarked;
