// SPDX-License-Identifier: Apache-2.0
/** Whose a folder is, and who else could change what is in it. */
@NullMarked
package io.github.bpu4j.api.ownership;

import org.jspecify.annotations.NullMarked;
