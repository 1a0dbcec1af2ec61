// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import io.github.bpu4j.evaluation.data.DataSummary;
import io.github.bpu4j.evaluation.data.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is evaluated on what; enough to repeat it, and to tell whether results belong together.
 *
 * @param settings what answers
 * @param data all labeled pictures
 * @param selection which of them are evaluated
 * @param depth the largest k of top-k
 * @since 0.1.0
 */
public record EvaluationRun(
    EvaluationSettings settings, DataSummary data, Selection selection, int depth) {
  public EvaluationRun {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(selection, "selection");
  }

  /** Number of pictures that are selected. */
  public long selected() {
    return selection.size(data.pictures());
  }

  /** The run of which this one is a shard. */
  public EvaluationRun whole() {
    return new EvaluationRun(settings, data, selection.whole(), depth);
  }

  /**
   * What makes the answers of two runs incomparable, a line for each; empty if nothing does.
   * Versions and the origins of settings are not compared.
   *
   * @param here how lines call this run, such as {@code the journal}
   * @param there how they call the other
   */
  public List<String> differences(EvaluationRun other, String here, String there) {
    List<String> lines = new ArrayList<>();
    Difference difference = new Difference(lines, here, there);
    EvaluationSettings one = settings;
    EvaluationSettings two = other.settings;
    difference.add("model", one.model(), two.model());
    difference.add(
        "SHA-256 of the model",
        one.modelSha256().orElse("unknown"),
        two.modelSha256().orElse("unknown"));
    difference.add("runtime", one.runtime(), two.runtime());
    difference.add("simulated", one.simulated(), two.simulated());
    difference.add("labels", one.labels(), two.labels());
    Set<String> names = new LinkedHashSet<>(one.settings().keySet());
    names.addAll(two.settings().keySet());
    for (String name : names) {
      difference.add(name, value(one, name), value(two, name));
    }
    difference.add("top-k", depth, other.depth);
    difference.add("pictures of the data", data.pictures(), other.data.pictures());
    difference.add("SHA-256 of the data", data.sha256(), other.data.sha256());
    difference.add("selection", selection, other.selection);
    return lines;
  }

  private static String value(EvaluationSettings settings, String name) {
    return Optional.ofNullable(settings.settings().get(name))
        .map(EvaluationSettings.Setting::value)
        .orElse("none");
  }

  private record Difference(List<String> lines, String here, String there) {
    void add(String name, Object one, Object two) {
      if (!one.equals(two)) {
        lines.add("%s: %s has %s, %s has %s".formatted(name, here, one, there, two));
      }
    }
  }
}
