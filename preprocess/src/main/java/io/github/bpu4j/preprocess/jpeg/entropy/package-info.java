// SPDX-License-Identifier: Apache-2.0
/**
 * The bytes of a JPEG file to the coefficients of its blocks: segments, tables, Huffman codes,
 * scans (ITU-T T.81, annexes B to G).
 *
 * <p>A network classifies any pixels it is given, so a damaged file is refused rather than decoded
 * in part. Refused are: segments and tables that do not fit, codes that no table has, runs that
 * leave their block, data that end before the last block or go on behind it, restart markers that
 * are missing or out of order, scans of a progression that do not follow from each other or do not
 * make a whole, a missing end marker. Read are: bytes between segments and behind the end, fill
 * bytes, a restart marker behind the last interval, frames of Motion JPEG without Huffman tables.
 *
 * <p>Loops stay within their arrays for all data: positions are checked against the end of the data
 * after each block, behind which the window has room for the longest block; moves of the index
 * within a block end in unused entries. An index error would be a defect of this package, never a
 * sign of damage.
 *
 * <p>Two ways lead through: a scan of all components is decoded while it is read, by lookups of two
 * symbols, with nothing kept ({@code SequentialScan}); several scans are collected in memory first
 * ({@code StoredScans}).
 */
@NullMarked
package io.github.bpu4j.preprocess.jpeg.entropy;

import org.jspecify.annotations.NullMarked;
