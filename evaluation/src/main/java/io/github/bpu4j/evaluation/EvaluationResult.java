// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * What an evaluation, or a part of it, has found.
 *
 * @param run what was evaluated on what
 * @param accuracy how often the answers were right
 * @param speed how long they took
 * @since 0.1.0
 */
public record EvaluationResult(EvaluationRun run, Accuracy accuracy, Speed speed) {
  public EvaluationResult {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(accuracy, "accuracy");
    Objects.requireNonNull(speed, "speed");
  }

  /** Number of selected pictures that have been evaluated, unreadable ones included. */
  public long evaluated() {
    return accuracy.pictures() + accuracy.unreadable();
  }

  /** Whether all selected pictures have been evaluated. */
  public boolean complete() {
    return evaluated() == run.selected();
  }

  /** All of it as one line of JSON; docs/json.md lists the keys. */
  public String toJson() {
    return ResultJson.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static EvaluationResult parse(String json) {
    return ResultJson.parse(json);
  }

  /**
   * Reads a result from a file: the JSON of {@link #toJson}, or a journal, finished or not.
   *
   * @throws IOException if the file cannot be read or is neither
   */
  public static EvaluationResult read(Path file) throws IOException {
    if (JournalReader.isJournal(file)) {
      return JournalReader.result(file);
    }
    try {
      return parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          file + ": neither a journal nor the JSON of an evaluation: " + e.getMessage(), e);
    }
  }

  /**
   * Puts shards of one evaluation together, in any order; missing ones leave the result incomplete.
   *
   * @throws IllegalArgumentException if they are of different evaluations or a shard is there twice
   */
  public static EvaluationResult merge(List<EvaluationResult> shards) {
    EvaluationResult first = shards.get(0);
    AccuracyCounter counter = Accuracy.counter(first.accuracy.classes(), first.accuracy.depth());
    BitSet seen = new BitSet();
    Speed speed = Speed.NONE;
    for (int i = 0; i < shards.size(); i++) {
      EvaluationResult shard = shards.get(i);
      requireSame(first, shard, i);
      int number = shard.run.selection().shard().number();
      if (seen.get(number)) {
        throw new IllegalArgumentException(
            "shard %s is there twice; its pictures would count twice"
                .formatted(shard.run.selection().shard()));
      }
      seen.set(number);
      counter.add(shard.accuracy);
      speed = speed.plus(shard.speed);
    }
    return new EvaluationResult(first.run.whole(), counter.accuracy(), speed);
  }

  private static void requireSame(EvaluationResult first, EvaluationResult shard, int i) {
    List<String> differences =
        first.run.whole().differences(shard.run.whole(), "the first", "number " + (i + 1));
    int parts = first.run.selection().shard().of();
    if (differences.isEmpty() && parts != shard.run.selection().shard().of()) {
      differences =
          List.of(
              "shards: the first has %s, number %d has %s"
                  .formatted(first.run.selection().shard(), i + 1, shard.run.selection().shard()));
    }
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          "these are not shards of one evaluation; " + String.join("; ", differences));
    }
  }
}
