// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.compare.FlippedPicture;
import io.github.bpu4j.evaluation.compare.GridResult;
import io.github.bpu4j.evaluation.compare.GridRow;
import io.github.bpu4j.evaluation.compare.McNemar;
import io.github.bpu4j.evaluation.compare.ModelComparison;
import io.github.bpu4j.preprocess.Preprocessing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sections of a comparison and of a grid: a list of one, or of none if there is none. */
final class ComparisonRows {
  private static final int MOST_FLIPPED = 100;

  private ComparisonRows() {}

  static List<Map<String, Object>> comparison(Findings findings, Labels labels) {
    if (findings.comparison().isEmpty()) {
      return List.of();
    }
    EvaluationSettings first = findings.result().run().settings();
    Findings.Compared compared = findings.comparison().get();
    ModelComparison comparison = compared.comparison();
    McNemar test = comparison.mcNemar();
    boolean scores = comparison.cosine().pictures() > 0;
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "models",
        List.of(row(first, comparison.first()), row(compared.second(), comparison.second())));
    values.put("agreement", Texts.share(comparison.agreement()));
    values.put("onlyFirst", test.onlyFirst());
    values.put("onlySecond", test.onlySecond());
    values.put("pValue", Texts.format("%.4g", test.pValue()));
    values.put("exact", test.exact());
    values.put("chance", test.pValue() >= 0.05);
    values.put("scores", scores);
    values.put("differences", comparison.difference().pictures() > 0);
    values.put("difference", Texts.format("%.6f", comparison.difference().mean()));
    values.put("cosine", Texts.format("%.6f", comparison.cosine().mean()));
    values.put("leastCosine", Texts.format("%.6f", comparison.cosine().least()));
    values.put("logitCosine", Texts.format("%.6f", comparison.logitCosine().mean()));
    values.put("leastLogitCosine", Texts.format("%.6f", comparison.logitCosine().least()));
    values.put("flipped", comparison.flipped());
    values.put("anyFlipped", comparison.flipped() > 0);
    values.put("flips", flips(comparison, labels));
    values.put("shownFlips", Math.min(MOST_FLIPPED, comparison.firstFlipped().size()));
    return List.of(values);
  }

  private static Map<String, Object> row(EvaluationSettings settings, Accuracy accuracy) {
    return Map.of(
        "model", settings.model(),
        "runtime", settings.runtime(),
        "simulated", settings.simulated(),
        "settings",
            settings.settings().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().value())
                .collect(Collectors.joining(", ")),
        "top1", Texts.share(accuracy.top1()),
        "topK", Texts.share(accuracy.topK(accuracy.depth())));
  }

  private static List<Map<String, Object>> flips(ModelComparison comparison, Labels labels) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (FlippedPicture each : comparison.firstFlipped().stream().limit(MOST_FLIPPED).toList()) {
      int truth = each.truth().orElse(-1);
      rows.add(
          Map.of(
              "path", each.path(),
              "truth", truth < 0 ? "" : EvaluationReport.inWords(labels, truth),
              "first", EvaluationReport.inWords(labels, each.first()),
              "firstScore", Texts.format("%.3f", each.firstScore()),
              "firstRight", each.first() == truth,
              "second", EvaluationReport.inWords(labels, each.second()),
              "secondScore", Texts.format("%.3f", each.secondScore()),
              "secondRight", each.second() == truth));
    }
    return rows;
  }

  static List<Map<String, Object>> grid(Findings findings) {
    if (findings.grid().isEmpty()) {
      return List.of();
    }
    GridResult grid = findings.grid().get();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (GridRow row : grid.rows()) {
      Preprocessing way = row.preprocessing();
      rows.add(
          Map.of(
              "fit", way.fit(),
              "interpolation", way.interpolation(),
              "range", way.range(),
              "top1", Texts.share(row.accuracy().top1()),
              "topK", Texts.share(row.accuracy().topK(row.accuracy().depth()))));
    }
    Preprocessing best = grid.best().preprocessing();
    return List.of(
        Map.of(
            "rows",
            rows,
            "best",
            best.fit() + ", " + best.interpolation() + ", " + best.range(),
            "rivals",
            grid.rivals(),
            "others",
            grid.rows().size() - 1,
            "clear",
            grid.rivals() == 0));
  }
}
