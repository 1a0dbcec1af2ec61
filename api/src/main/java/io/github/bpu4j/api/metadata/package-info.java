// SPDX-License-Identifier: Apache-2.0
/** What must be known of a model besides its file, in a JSON file beside it. */
@NullMarked
package io.github.bpu4j.api.metadata;

import org.jspecify.annotations.NullMarked;
