// SPDX-License-Identifier: Apache-2.0
/** Checks which users can change the content of a folder. */
@NullMarked
package io.github.bpu4j.api.ownership;

import org.jspecify.annotations.NullMarked;
