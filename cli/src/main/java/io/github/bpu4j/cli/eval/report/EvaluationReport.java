// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.cli.Version;
import io.github.bpu4j.cli.html.HtmlPage;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import io.github.bpu4j.evaluation.EvaluationResult;
import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.UnreadablePicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the page of a run: figures, mistakes, and what is needed to repeat it.
 *
 * <p>Every list is bounded and says how long it would be, so that neither the page nor the memory
 * to make it grows with the pictures.
 */
public final class EvaluationReport {
  private static final int MOST_UNREADABLE = 200;

  private EvaluationReport() {}

  /**
   * The page as UTF-8.
   *
   * @param folder of the pictures, whose thumbnails are read from it
   * @param misses to show, in this order
   * @param arguments of the command line; what is in the user's home folder is shown without it
   */
  public static byte[] page(
      Findings findings, Path folder, List<EvaluatedPicture> misses, List<String> arguments) {
    EvaluationResult result = findings.result();
    EvaluationSettings settings = result.run().settings();
    RepeatCommand command = RepeatCommand.ofUser();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("model", settings.model());
    values.put("runtime", settings.runtime());
    values.put("simulated", settings.simulated());
    values.put("incomplete", !result.complete());
    values.put("evaluated", result.evaluated());
    values.put("selected", result.run().selected());
    values.putAll(figures(result));
    values.put("plot", CalibrationPlot.svg(result.accuracy()));
    values.put("worst", MistakeRows.worstClasses(result.accuracy(), settings.labels()));
    values.put("confused", MistakeRows.confused(result.accuracy(), settings.labels()));
    values.put("misses", MistakeRows.misses(misses, folder, settings.labels()));
    values.put("missed", result.accuracy().top1().of() - result.accuracy().top1().count());
    values.put("shownMisses", misses.size());
    putUnreadable(values, result.accuracy(), command);
    values.put("comparison", ComparisonRows.comparison(findings, settings.labels()));
    values.put("grid", ComparisonRows.grid(findings));
    values.put("facts", facts(result, command));
    values.put("command", command.of(arguments));
    return HtmlPage.fill(
        settings.model() + " - bpu4j eval", EvaluationReport.class, "report.mustache", values);
  }

  private static Map<String, Object> figures(EvaluationResult result) {
    Accuracy accuracy = result.accuracy();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("top1", Texts.share(accuracy.top1()));
    values.put("topK", Texts.share(accuracy.topK(accuracy.depth())));
    values.put("k", accuracy.depth());
    values.put("several", accuracy.depth() > 1);
    values.put("answered", accuracy.pictures());
    boolean probabilities = accuracy.calibrationError().isPresent();
    values.put("probabilities", probabilities);
    if (probabilities) {
      values.put("confidence", Texts.percent(accuracy.meanConfidence().orElseThrow()));
      values.put("calibrationError", Texts.percent(accuracy.calibrationError().orElseThrow()));
    } else {
      values.put("confidence", "");
      values.put("calibrationError", "");
    }
    boolean timed = result.speed().pictures() > 0;
    values.put("timed", timed);
    values.put("speed", timed ? Texts.format("%.1f", result.speed().picturesPerSecond()) : "");
    return values;
  }

  private static void putUnreadable(
      Map<String, Object> values, Accuracy accuracy, RepeatCommand command) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (UnreadablePicture each :
        accuracy.firstUnreadable().stream().limit(MOST_UNREADABLE).toList()) {
      rows.add(Map.of("path", each.path(), "error", command.withoutHome(each.error())));
    }
    values.put("unreadable", accuracy.unreadable());
    values.put("anyUnreadable", accuracy.unreadable() > 0);
    values.put("shownUnreadable", rows.size());
    values.put("unreadableRows", rows);
  }

  /** What the answers depend on, in the order of the page. */
  private static List<Map<String, String>> facts(EvaluationResult result, RepeatCommand command) {
    EvaluationSettings settings = result.run().settings();
    List<Map<String, String>> facts = new ArrayList<>();
    fact(facts, "bpu4j", Version.number());
    fact(facts, "machine", Version.machine());
    fact(facts, "model", settings.model());
    settings.modelSha256().ifPresent(sha256 -> fact(facts, "model SHA-256", sha256));
    fact(facts, "runtime", settings.runtime());
    settings.settings().forEach((name, each) -> fact(facts, name, Texts.setting(each)));
    settings.versions().forEach((name, version) -> fact(facts, name, command.withoutHome(version)));
    fact(facts, "labels", result.run().data().layout());
    fact(facts, "pictures of the data", Long.toString(result.run().data().pictures()));
    fact(facts, "SHA-256 of the data", result.run().data().sha256());
    fact(facts, "selection", result.run().selection().toString());
    return facts;
  }

  private static void fact(List<Map<String, String>> facts, String name, String value) {
    facts.add(Map.of("name", name, "value", value));
  }

  /** The class of an index, such as {@code 387 lesser panda}. */
  static String inWords(Labels labels, int index) {
    return index + " " + labels.name(index);
  }
}
