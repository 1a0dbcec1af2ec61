// SPDX-License-Identifier: Apache-2.0
/**
 * Readers of simple formats, for which no library gives the pixels of OpenCV: PNM, BMP and GIF.
 *
 * <p>Each takes a whole file and either reads every pixel that its header promises or refuses.
 */
@NullMarked
package io.github.bpu4j.preprocess.raster;

import org.jspecify.annotations.NullMarked;
