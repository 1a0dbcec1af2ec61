// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AcTable} derives of the tables that most files have, those of {@link StandardTables}.
 *
 * <p>Constants: the first decoder makes them, none changes them. To derive them again for each
 * decoder would take a tenth of the time of a small picture.
 */
final class StandardCodes {
  private static final AcTable LUMA = derive(StandardTables.ac(0));
  private static final AcTable CHROMA = derive(StandardTables.ac(1));

  private StandardCodes() {}

  private static AcTable derive(byte[] definition) {
    HuffmanTable table = new HuffmanTable(true);
    try {
      table.define(definition, 0, definition.length);
    } catch (ImageDecodeException e) {
      throw new AssertionError("T.81 defines sound tables", e);
    }
    AcTable codes = new AcTable();
    codes.deriveOwn(table);
    return codes;
  }

  /** Returns what is derived of a table, or null if it is not one of these. */
  static @Nullable AcTable of(HuffmanTable table) {
    if (table.is(StandardTables.ac(0))) {
      return LUMA;
    }
    return table.is(StandardTables.ac(1)) ? CHROMA : null;
  }
}
