// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import java.util.Objects;

/**
 * A class in a result, with its label and score.
 *
 * @param index of the class in the model's output, from 0
 * @param name the label, for example the English synset {@code white wolf, Arctic wolf, Canis lupus
 *     tundrarum}
 * @param displayName the label in the requested language; {@code name} if there is none
 * @param score after the score transform; a probability in 0..1 unless the transform is NONE and
 *     the model's output is something else
 * @since 0.1.0
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
