// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import java.util.Collection;
import java.util.stream.Collectors;

/** How sizes and numbers are written, on the page and in JSON. */
public final class Notation {
  private Notation() {}

  /** Dimensions as {@code 1x3x224x224}; an open one is {@code ?}. */
  public static String shape(Collection<Integer> sizes) {
    return sizes.stream()
        .map(size -> size < 0 ? "?" : size.toString())
        .collect(Collectors.joining("x"));
  }

  /** Numbers separated by commas, as the build settings write them. */
  public static String list(Collection<?> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
