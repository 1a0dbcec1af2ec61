// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import java.util.Objects;

/**
 * One class with its score.
 *
 * @param index of the class in the network's output, from 0
 * @param name the label, for instance the English synset {@code white wolf, Arctic wolf, Canis
 *     lupus tundrarum}
 * @param displayName the label in the language asked for; the name where there is none
 * @param score after the score transform; a probability in 0..1 unless the transform is NONE on a
 *     network that gives something else
 */
public record Category(int index, String name, String displayName, float score) {
  public Category {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(displayName, "displayName");
    if (index < 0) {
      throw new IllegalArgumentException("class index " + index + ", expected 0 or more");
    }
  }
}
