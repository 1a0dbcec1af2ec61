// SPDX-License-Identifier: Apache-2.0
/**
 * A reader of the first page of a TIFF, with the colors of libtiff's RGBA interface, which OpenCV
 * uses.
 *
 * <p>{@code TiffDirectory} reads one directory, no other is visited; {@code TiffLayout} checks what
 * it says; {@code TiffReader} unpacks strips and tiles, of which each must give exactly the bytes
 * that the layout promises; {@code PixelRows} converts them. A JPEG in a strip goes to {@link
 * io.github.bpu4j.preprocess.tiff.JpegStrips}.
 */
@NullMarked
package io.github.bpu4j.preprocess.tiff;

import org.jspecify.annotations.NullMarked;
