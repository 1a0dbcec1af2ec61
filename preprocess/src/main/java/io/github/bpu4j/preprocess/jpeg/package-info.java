// SPDX-License-Identifier: Apache-2.0
/**
 * A JPEG decoder that computes only the pixels that are read, equal to those of libjpeg-turbo.
 *
 * <p>Sources: ITU-T T.81 (the format); libjpeg's accurate integer inverse DCT, its triangle filter
 * for chroma and its color conversion, which OpenCV, Pillow and browsers use. Their formulas are in
 * {@code InverseDct}, {@code ChromaColumns} and {@code SampleLoops}.
 *
 * <h2>From a file to pixels</h2>
 *
 * <ol>
 *   <li>{@code jpeg.entropy} reads segments and Huffman codes into coefficients, a row of MCUs at a
 *       time. Files of several scans are read into memory first, within a limit.
 *   <li>{@code InverseDct} makes samples of them, for all blocks of a kind at once and only for the
 *       rows that are wanted.
 *   <li>Chroma is interpolated, colors are computed. {@code PackedRows} does it for all pixels;
 *       {@code SampledPicture} for the columns and rows that a resize reads, which of a photo of 12
 *       megapixels are one in sixty. Blocks between them are parsed, since codes have no index, but
 *       no more. {@code DensePicture} is for small pictures, of which a resize reads at least every
 *       other pixel: it interpolates all chroma, as {@code PackedRows} does, and computes colors of
 *       the wanted pixels.
 * </ol>
 *
 * <h2>Where exactness comes from</h2>
 *
 * <p>All arithmetic is in integers, and values are rounded only where libjpeg rounds them. Between
 * two roundings everything is linear, so sums may be taken in any order: the inverse DCT with
 * combined products instead of butterflies, the triangle filter along columns before rows. What
 * samples are clamped to, what lies beyond the picture's edge, and when chroma is repeated instead
 * of interpolated, follows libjpeg too. Tests hold it to hashes that OpenCV made.
 *
 * <h2>Why loops look as they do</h2>
 *
 * <p>HotSpot vectorizes a loop over {@code int[]} with one or two results, all arrays at the same
 * index, and without calls or branches. In JDK 17 a sum of eight products, three results, {@code
 * Math.min}, clamping two results, or packing colors in the loop that computes them prevent it, at
 * 3 to 30 times the time. So there are many short loops, each over all blocks or columns of a row
 * of MCUs, and data are laid out for them: coefficient k of all blocks beside each other, columns
 * of blocks as arrays of their own. {@code System.arraycopy} moves what is elsewhere.
 *
 * <p>What no loop of vectors does is to read samples at wanted columns, one at a time. So the three
 * samples of a pixel are put into one int before where that pays ({@code TripleSamples}), and these
 * arrays have a power of two for their length, since a mask costs less than a check of the index.
 *
 * <p>The loop that reads codes is the opposite: one long method whose state fits the processor's
 * registers, over tables that answer two symbols at once.
 *
 * <p>Memory: all arrays grow to the largest picture and are kept, coefficients of several scans up
 * to 16 MiB; decoding allocates nothing else but an array of all pixels, where that is asked for.
 */
@NullMarked
package io.github.bpu4j.preprocess.jpeg;

import org.jspecify.annotations.NullMarked;
