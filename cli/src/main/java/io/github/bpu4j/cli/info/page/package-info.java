// SPDX-License-Identifier: Apache-2.0
/** Shows models as text. */
@NullMarked
package io.github.bpu4j.cli.info.page;

import org.jspecify.annotations.NullMarked;
