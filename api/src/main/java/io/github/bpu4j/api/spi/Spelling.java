// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the name that a mistyped one was meant to be.
 *
 * @since 0.1.0
 */
public final class Spelling {
  private Spelling() {}

  /** The name with the fewest letters to change, if these are at most a third. */
  public static Optional<String> closest(String word, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(word, name) * 3 <= name.length())
        .min(Comparator.comparingInt((String name) -> distance(word, name)).thenComparing(n -> n));
  }

  /** Levenshtein's distance: letters to insert, delete or replace. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] here = new int[above.length];
      here[0] = row;
      for (int column = 1; column < here.length; column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        here[column] = Math.min(replaced, 1 + Math.min(above[column], here[column - 1]));
      }
      above = here;
    }
    return above[to.length()];
  }
}
