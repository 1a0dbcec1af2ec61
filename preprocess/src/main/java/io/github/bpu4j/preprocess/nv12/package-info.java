// SPDX-License-Identifier: Apache-2.0
/**
 * Conversions to NV12, of RGB and camera planes in memory and of rows that a decoder produces, and
 * of camera planes to RGB for display.
 */
@NullMarked
package io.github.bpu4j.preprocess.nv12;

import org.jspecify.annotations.NullMarked;
