// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which labels results may have, as an allowlist or as a denylist.
 *
 * @param allowed these alone, if not empty
 * @param denied all but these, if not empty
 */
record CategoryFilter(List<String> allowed, List<String> denied) {
  /** Lets every label pass. */
  static final CategoryFilter ALL = new CategoryFilter(List.of(), List.of());

  CategoryFilter withAllowed(Collection<String> names) {
    return new CategoryFilter(some("categoryAllowlist", names), denied);
  }

  CategoryFilter withDenied(Collection<String> names) {
    return new CategoryFilter(allowed, some("categoryDenylist", names));
  }

  private static List<String> some(String option, Collection<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException(option + ": got no names, expected at least one");
    }
    return List.copyOf(names);
  }

  /**
   * Returns the indexes of the labels that pass, or null if all do.
   *
   * @throws IllegalArgumentException if both lists are set, or a name is none of the labels
   */
  @Nullable BitSet indexes(Labels labels) {
    if (!allowed.isEmpty() && !denied.isEmpty()) {
      throw new IllegalArgumentException(
          "got categoryAllowlist and categoryDenylist, expected at most one of them; an allowlist"
              + " already excludes every other label");
    }
    if (!allowed.isEmpty()) {
      return indexes("categoryAllowlist", allowed, labels);
    }
    if (!denied.isEmpty()) {
      BitSet passing = indexes("categoryDenylist", denied, labels);
      passing.flip(0, labels.size());
      return passing;
    }
    return null;
  }

  private static BitSet indexes(String option, Collection<String> names, Labels labels) {
    Set<String> wanted = new HashSet<>(names);
    Set<String> unknown = new HashSet<>(names);
    BitSet indexes = new BitSet(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      if (wanted.contains(labels.name(i))) {
        indexes.set(i);
        unknown.remove(labels.name(i));
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          option
              + ": "
              + unknown
              + " are not labels of the model; use exact names such as '"
              + labels.name(0)
              + "'");
    }
    return indexes;
  }
}
