// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.cli.selftest.record.AnswerRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of one model and picture that were made in the same way: one run serves all.
 *
 * <p>They may differ, since builds of a model differ, and an answer needs to equal one of them.
 *
 * @param records at least one; those that only state an order are left out where others state
 *     scores
 */
public record ReplayCase(List<AnswerRecord> records) {
  private record Key(String name, String sha256, Feed feed, Object softmaxes) {}

  public ReplayCase {
    boolean scored = records.stream().anyMatch(AnswerRecord::hasScores);
    records = records.stream().filter(row -> !scored || row.hasScores()).toList();
  }

  /** Groups records, in the order of the first of each group. */
  public static List<ReplayCase> of(List<AnswerRecord> records) {
    Map<Key, List<AnswerRecord>> groups = new LinkedHashMap<>();
    for (AnswerRecord row : records) {
      Key key = new Key(row.name(), row.sha256(), Feed.of(row), row.softmaxes());
      groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(row);
    }
    return groups.values().stream().map(ReplayCase::new).toList();
  }

  /** One of the records, for what they have in common. */
  public AnswerRecord first() {
    return records.get(0);
  }
}
