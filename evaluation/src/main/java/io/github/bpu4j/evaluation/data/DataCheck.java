// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums up a walk. Memory: the labels that differ, not the pictures. */
final class DataCheck {
  private static final int MOST_PROBLEMS = 10;
  private static final int MOST_EXAMPLES = 5;

  private final ClassNames names;
  private final GroundTruth truth;
  private final MessageDigest digest = Sha256.digest();
  private final Map<String, Integer> known = new HashMap<>();
  private final Map<LabelKind, Integer> kinds = new EnumMap<>(LabelKind.class);
  private final List<DataSummary.Example> examples = new ArrayList<>();
  private final Set<String> wrong = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final BitSet classes = new BitSet();
  private long pictures;
  private long bytes;
  private long missing;

  DataCheck(ClassNames names, GroundTruth truth) {
    this.names = names;
    this.truth = truth;
  }

  void add(NamedPicture picture) {
    pictures++;
    if (picture.label().isEmpty()) {
      problem(picture.path(), picture.path() + " " + truth.silent());
      return;
    }
    int index = known.computeIfAbsent(picture.label(), this::find);
    long size = LabeledPictures.size(picture.file());
    bytes += Math.max(0, size);
    missing += size < 0 ? 1 : 0;
    String line = picture.path() + '\0' + index + '\0' + size + '\n';
    digest.update(line.getBytes(StandardCharsets.UTF_8));
  }

  /** The class of a label that is met for the first time; -1 if that is a problem. */
  private int find(String label) {
    try {
      ClassNames.Match match = names.find(label);
      classes.set(match.index());
      kinds.merge(match.kind(), 1, Integer::sum);
      if (examples.size() < MOST_EXAMPLES) {
        examples.add(new DataSummary.Example(label, match.index()));
      }
      return match.index();
    } catch (LabelException e) {
      problem(label, String.valueOf(e.getMessage()));
      return -1;
    }
  }

  /** Stops the walk when there are more problems than anyone reads. */
  private void problem(String what, String message) {
    if (wrong.add(what)) {
      problems.add(message);
    }
    if (wrong.size() > MOST_PROBLEMS) {
      throw refusal("more than " + MOST_PROBLEMS);
    }
  }

  DataSummary summary() {
    if (!problems.isEmpty()) {
      throw refusal(String.valueOf(problems.size()));
    }
    return new DataSummary(
        truth.toString(),
        pictures,
        classes.cardinality(),
        bytes,
        missing,
        HexFormat.of().formatHex(digest.digest()),
        kinds,
        examples);
  }

  private LabelException refusal(String number) {
    return new LabelException(
        "labels (%s) cannot be used, %s in number: %s"
            .formatted(
                truth,
                number,
                String.join("; ", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())))));
  }
}
