// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.ModelFileException.Reason;

/** What reading one file may use: memory for what is kept of it, and fields visited. */
final class ReadingBudget {
  /** Bytes of facts kept of one file. Real files need some kilobytes, a verbose one a megabyte. */
  private static final long KEPT_LIMIT = 16L << 20;

  /** Fields visited in one file. Real files have a few thousand. */
  private static final int FIELD_LIMIT = 1_000_000;

  /** An estimate of an object's size without its text, precise enough for a limit. */
  private static final int OBJECT_COST = 64;

  private long kept;
  private int fields;

  /**
   * Charges one object that is kept.
   *
   * @param bytes what it takes beside the object itself
   * @param position where in the file it stands, for the message
   */
  void keep(long bytes, long position) throws ModelFileException {
    kept += OBJECT_COST + bytes;
    if (kept > KEPT_LIMIT) {
      throw new ModelFileException(
          Reason.TOO_LARGE,
          "its description takes more than "
              + (KEPT_LIMIT >> 20)
              + " MB, up to byte "
              + position
              + "; a real model's takes some kilobytes");
    }
  }

  /** Charges one field. */
  void visitField() throws ModelFileException {
    checkCount(++fields, FIELD_LIMIT, "fields");
  }

  /** Checks that a file has no more elements of a kind than the limit. */
  static void checkCount(int count, int limit, String what) throws ModelFileException {
    if (count > limit) {
      throw new ModelFileException(
          Reason.TOO_LARGE, "it has more than " + limit + ' ' + what + "; real models have fewer");
    }
  }
}
