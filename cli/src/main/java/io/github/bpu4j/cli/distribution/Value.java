// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.distribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What a shell can offer as the value of an option or as an operand.
 *
 * @param kind where the offers come from
 * @param choices all values, for {@link Kind#CHOICE}
 */
record Value(Kind kind, List<String> choices) {
  private static final Set<String> LABELS_OF_FOLDERS = Set.of("DIR", "FOLDER");

  /** Where offers come from. */
  enum Kind {
    /** An option that takes no value. */
    NONE,
    /** Numbers, names and other text that a shell cannot know. */
    TEXT,
    FILE,
    FOLDER,
    CHOICE
  }

  Value {
    choices = List.copyOf(choices);
  }

  static Value of(ArgSpec argument) {
    if (argument.isOption() && argument.arity().max() == 0) {
      return new Value(Kind.NONE, List.of());
    }
    if (argument.completionCandidates() != null) {
      return new Value(
          Kind.CHOICE,
          StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList());
    }
    if (List.of(argument.auxiliaryTypes()).contains(Path.class)) {
      boolean folder = LABELS_OF_FOLDERS.contains(argument.paramLabel());
      return new Value(folder ? Kind.FOLDER : Kind.FILE, List.of());
    }
    return new Value(Kind.TEXT, List.of());
  }
}
