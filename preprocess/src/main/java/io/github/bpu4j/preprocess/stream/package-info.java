// SPDX-License-Identifier: Apache-2.0
/**
 * Resizes of pictures that are never in memory as a whole: a decoder produces rows, a kernel reads
 * the few pixels that it samples.
 *
 * <p>The order of calls, for a picture of known size and orientation:
 *
 * <ol>
 *   <li>{@link StreamResizer#plan} returns a {@link Sampling}: which stored columns and rows will
 *       be read. Orientation, fit and crop are in its numbers, so that a decoder knows none of
 *       them. It may skip everything that no listed pixel depends on.
 *   <li>{@link StreamResizer#open} takes the decoder as {@link SampledRows}.
 *   <li>{@link StreamResizer#row} is called for rows of the target in the order of stored rows,
 *       from top to bottom or, of a picture stored upside down, from bottom to top. It requests
 *       stored rows in rising order, each at most once; the decoder goes on until it has that row.
 * </ol>
 *
 * <p>{@code LINEAR} lists two columns for each column of the target, first all left ones, then all
 * right ones; {@code NEAREST} lists one; {@code AREA} and {@code ANTIALIAS} list all columns and
 * rows. Where stored rows are columns of the target, the whole computation happens in a transposed
 * target, and its rows are transposed at the end ({@code nv12.RowsToNv12}); only {@code LINEAR} has
 * a kernel of its own for this, since it rounds between its two passes.
 *
 * <p>Two cases need the picture as a whole, since {@code AREA} and {@code ANTIALIAS} add up rows
 * from the top of the upright picture: {@link StreamResizer#supports}.
 */
@NullMarked
package io.github.bpu4j.preprocess.stream;

import org.jspecify.annotations.NullMarked;
