// SPDX-License-Identifier: Apache-2.0
/** Small programs that use the SDK. */
@NullMarked
package io.github.bpu4j.examples;

import org.jspecify.annotations.NullMarked;
