// SPDX-License-Identifier: Apache-2.0
/** Shows models as JSON. */
@NullMarked
package io.github.bpu4j.cli.info.json;

import org.jspecify.annotations.NullMarked;
