// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

/**
 * What a label of the data is.
 *
 * @since 0.1.0
 */
public enum LabelKind {
  /** A WordNet id such as {@code n01440764}. */
  SYNSET("synset ids"),
  /** A label of the model, or one of its synonyms. */
  NAME("names"),
  /** The number of a class, from 0. */
  INDEX("class indexes");

  private final String plural;

  LabelKind(String plural) {
    this.plural = plural;
  }

  /** The kind in words, for example {@code synset ids}. */
  public String plural() {
    return plural;
  }
}
