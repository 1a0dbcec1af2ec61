// SPDX-License-Identifier: Apache-2.0

/** How a live stream hands its frames to the requests of a classifier; not exported. */
@NullMarked
package io.github.bpu4j.api.stream;

import org.jspecify.annotations.NullMarked;
