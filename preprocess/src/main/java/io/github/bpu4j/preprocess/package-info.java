// SPDX-License-Identifier: Apache-2.0
/** Pixels in, NV12 out: pictures and camera frames become the bytes that a compiled model reads. */
@NullMarked
package io.github.bpu4j.preprocess;

import org.jspecify.annotations.NullMarked;
