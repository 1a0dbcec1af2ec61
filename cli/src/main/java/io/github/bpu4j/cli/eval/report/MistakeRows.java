// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.ClassAccuracy;
import io.github.bpu4j.evaluation.Confusion;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What went wrong, as rows and cards of the page. */
final class MistakeRows {
  private static final int MOST_CLASSES = 50;
  private static final int MOST_CONFUSED = 50;
  private static final int MOST_ANSWERS = 3;

  private MistakeRows() {}

  static List<Map<String, Object>> worstClasses(Accuracy accuracy, Labels labels) {
    return accuracy.byClass().stream()
        .filter(each -> each.right() < each.pictures())
        .sorted(
            Comparator.comparingDouble((ClassAccuracy each) -> each.recall().value())
                .thenComparing(ClassAccuracy::pictures, Comparator.reverseOrder()))
        .limit(MOST_CLASSES)
        .map(
            each ->
                Map.<String, Object>of(
                    "name", EvaluationReport.inWords(labels, each.index()),
                    "pictures", each.pictures(),
                    "recall", Texts.share(each.recall()),
                    "precision", Texts.share(each.precision())))
        .toList();
  }

  static List<Map<String, Object>> confused(Accuracy accuracy, Labels labels) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Confusion each : accuracy.mostConfused(MOST_CONFUSED)) {
      rows.add(
          Map.of(
              "pictures", each.pictures(),
              "truth", EvaluationReport.inWords(labels, each.truth()),
              "answer", EvaluationReport.inWords(labels, each.answer())));
    }
    return rows;
  }

  static List<Map<String, Object>> misses(
      List<EvaluatedPicture> pictures, Path folder, Labels labels) {
    List<Map<String, Object>> cards = new ArrayList<>();
    for (EvaluatedPicture each : pictures) {
      String picture = Thumbnail.of(folder.resolve(each.path())).orElse("");
      cards.add(
          Map.of(
              "path", each.path(),
              "picture", picture,
              "shown", !picture.isEmpty(),
              "truth", EvaluationReport.inWords(labels, each.truth()),
              "answers", answers(each)));
    }
    return cards;
  }

  private static List<Map<String, Object>> answers(EvaluatedPicture picture) {
    List<Map<String, Object>> answers = new ArrayList<>();
    for (Category each : picture.categories().stream().limit(MOST_ANSWERS).toList()) {
      answers.add(
          Map.of(
              "name",
              each.index() + " " + each.name(),
              "score",
              Texts.format("%.3f", each.score()),
              "right",
              each.index() == picture.truth()));
    }
    return answers;
  }
}
