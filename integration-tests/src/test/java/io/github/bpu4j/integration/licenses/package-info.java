// SPDX-License-Identifier: Apache-2.0
/** Every part that is not ours is named with its source and license. */
@NullMarked
package io.github.bpu4j.integration.licenses;

import org.jspecify.annotations.NullMarked;
