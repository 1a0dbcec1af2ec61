// SPDX-License-Identifier: Apache-2.0

/** Live streams: frames in, steady answers out, in the order of their timestamps. */
@NullMarked
package io.github.bpu4j.api.live;

import org.jspecify.annotations.NullMarked;
