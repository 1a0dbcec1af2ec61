// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.Proportion;
import io.github.bpu4j.evaluation.data.LabelKind;
import io.github.bpu4j.evaluation.data.Selection;
import java.util.stream.Collectors;

/** Parts of sentences about an evaluation, which the library has in English only. */
final class EvalWords {
  private EvalWords() {}

  /** For example {@code 72.40 % (69.54..75.08 %, 724 of 1000)}. */
  static Text share(Proportion share) {
    return share.of() == 0
        ? Text.of("eval.share.none", "none (0 of 0)")
        : Text.of(
            "eval.share",
            "%.2f %% (%.2f..%.2f %%, %d of %d)",
            100 * share.value(),
            100 * share.low(),
            100 * share.high(),
            share.count(),
            share.of());
  }

  /** What labels are, for example {@code 1000 synset ids}. */
  static Text labels(LabelKind kind, Number count) {
    return switch (kind) {
      case SYNSET -> Text.of("eval.labels.synset", "%d synset ids", count);
      case NAME -> Text.of("eval.labels.name", "%d names", count);
      case INDEX -> Text.of("eval.labels.index", "%d class indexes", count);
    };
  }

  /** For example {@code 1000 at random (seed 7), shard 3/8}. */
  static Text selection(Selection selection) {
    Text pictures =
        selection
            .sample()
            .map(
                sample ->
                    Text.of(
                        "eval.sample", "%d at random (seed %d)", sample.pictures(), sample.seed()))
            .orElseGet(
                () ->
                    selection.limit().isPresent()
                        ? Text.of("eval.first", "the first %d", selection.limit().getAsLong())
                        : Text.of("eval.all", "all"));
    return selection.shard().of() == 1
        ? pictures
        : Text.of("eval.shard", "%s, shard %s", pictures, selection.shard());
  }

  /** Where the labels of the data stand, for the ways that {@code GroundTruth} names. */
  static Object layout(String english) {
    return switch (english) {
      case "a folder per class" -> Text.of("eval.layout.folders", "a folder per class");
      case "a synset id in each name" -> Text.of("eval.layout.names", "a synset id in each name");
      default -> english;
    };
  }

  static Object simulated(EvaluationSettings settings) {
    return settings.simulated()
        ? Text.of("eval.simulated", ", SIMULATED: a stand-in or the simulator answered")
        : "";
  }

  /** Names and values as options have them, the same in every language. */
  static String settings(EvaluationSettings settings) {
    return settings.settings().entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue().value())
        .collect(Collectors.joining(", "));
  }
}
