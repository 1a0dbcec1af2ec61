// SPDX-License-Identifier: Apache-2.0
/** Conversion of pictures and camera frames to the NV12 bytes that a compiled model reads. */
@NullMarked
package io.github.bpu4j.preprocess;

import org.jspecify.annotations.NullMarked;
