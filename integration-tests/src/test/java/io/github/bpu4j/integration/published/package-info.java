// SPDX-License-Identifier: Apache-2.0
/** Checks what programs can use of the published modules. */
@NullMarked
package io.github.bpu4j.integration.published;

import org.jspecify.annotations.NullMarked;
