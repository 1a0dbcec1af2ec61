// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

/** What a file says about its colors: which segments it has and what its components are called. */
enum Marking {
  JFIF("jfif", true, -1, "\1\2\3\4"),
  PLAIN("plain", false, -1, "\1\2\3\4"),
  FROM_ZERO("ids-from-0", false, -1, "\0\1\2\3"),
  LETTERS_RGB("ids-rgb", false, -1, "RGBK"),
  ADOBE_RGB("adobe-0", false, 0, "\1\2\3\4"),
  ADOBE_YCC("adobe-1", false, 1, "\1\2\3\4"),
  ADOBE_YCCK("adobe-2", false, 2, "\1\2\3\4"),
  /** JFIF says Y, Cb, Cr whatever Adobe's segment says. */
  JFIF_ADOBE_RGB("jfif-adobe-0", true, 0, "\1\2\3\4");

  private final String label;
  private final boolean hasJfif;
  private final int adobe;

  /** The components' names, each a byte. */
  private final String ids;

  Marking(String label, boolean hasJfif, int adobe, String ids) {
    this.label = label;
    this.hasJfif = hasJfif;
    this.adobe = adobe;
    this.ids = ids;
  }

  boolean hasJfif() {
    return hasJfif;
  }

  /** Adobe's color transform; -1 where there is no such segment. */
  int adobe() {
    return adobe;
  }

  boolean isRgb() {
    return this == LETTERS_RGB || this == ADOBE_RGB;
  }

  int id(int component) {
    return ids.charAt(component);
  }

  @Override
  public String toString() {
    return label;
  }
}
