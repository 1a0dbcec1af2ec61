// SPDX-License-Identifier: Apache-2.0
/** Small programs that show the SDK at work. */
@NullMarked
package io.github.bpu4j.examples;

import org.jspecify.annotations.NullMarked;
