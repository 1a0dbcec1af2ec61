// SPDX-License-Identifier: Apache-2.0
/** Conversions of RGB and camera planes to NV12, and of camera planes to RGB for display. */
@NullMarked
package io.github.bpu4j.preprocess.nv12;

import org.jspecify.annotations.NullMarked;
