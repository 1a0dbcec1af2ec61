// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Labels;
import java.util.Locale;

/** The Chinese names of ImageNet's classes, for results that were asked for in English. */
final class ChineseNames {
  private static final int BACKGROUND = 1;

  private ChineseNames() {}

  /** The display name if it differs from the label, else ImageNet's Chinese one, else the label. */
  static String of(Category category) {
    if (!category.displayName().equals(category.name())) {
      return category.displayName();
    }
    Labels imagenet = Labels.imagenet();
    for (int index : new int[] {category.index(), category.index() - BACKGROUND}) {
      if (index >= 0 && index < imagenet.size() && imagenet.name(index).equals(category.name())) {
        return imagenet.displayName(index, Locale.CHINESE);
      }
    }
    return category.name();
  }
}
