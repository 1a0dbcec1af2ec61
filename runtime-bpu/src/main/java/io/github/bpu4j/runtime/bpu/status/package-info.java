// SPDX-License-Identifier: Apache-2.0
/** What the status codes of libdnn mean to the SDK. */
@NullMarked
package io.github.bpu4j.runtime.bpu.status;

import org.jspecify.annotations.NullMarked;
