// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.limits;

/** What a picture file can exceed before a pixel of it is decoded. */
public enum Limit {
  /** Size of the file; checked before its format is known. */
  BYTES,
  /** Product of width and height. */
  PIXELS,
  /** The longer of width and height. */
  SIDE,
  /** Memory that a decoder needs besides the file and its pixels. */
  MEMORY,
  /** Passes over the picture. */
  SCANS,
  /** Entries of a directory; only the first directory of a file is read. */
  PARTS
}
