// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads the catalog: {@code models.csv} and {@code disagreements.tsv}. */
final class ZooTable {
  private ZooTable() {}

  static Map<String, ZooModel> read() {
    List<DataRow> disputes = DataRow.read("disagreements.tsv", "\t");
    Map<String, ZooModel> models = new LinkedHashMap<>();
    for (DataRow row : DataRow.read("models.csv", ",")) {
      ZooModel model = model(row, disputes);
      models.put(model.name(), model);
    }
    return Collections.unmodifiableMap(models);
  }

  private static ZooModel model(DataRow row, List<DataRow> disputes) {
    String name = row.text("name");
    return new ZooModel(
        name,
        row.text("family"),
        file(row),
        input(row),
        new PublishedScores(row.integer("classes"), row.text("labels"), row.flag("probabilities")),
        figures(row),
        disagreements(name, disputes),
        row.text("license"),
        row.text("source"));
  }

  private static PublishedFile file(DataRow row) {
    String bytes = row.text("bytes");
    return new PublishedFile(
        row.text("file"),
        bytes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(bytes)),
        Optional.of(row.text("sha256")).filter(hash -> !hash.isEmpty()),
        row.text("sha256_source"));
  }

  private static PublishedInput input(DataRow row) {
    return new PublishedInput(
        row.text("input"),
        row.integer("width"),
        row.integer("height"),
        Fit.valueOf(row.text("fit").toUpperCase(Locale.ROOT)),
        Interpolation.valueOf(row.text("interpolation").toUpperCase(Locale.ROOT)),
        row.flag("notebook"));
  }

  private static PublishedFigures figures(DataRow row) {
    return new PublishedFigures(
        figure(row, "params_m"),
        figure(row, "float_top1"),
        figure(row, "quantized_top1"),
        figure(row, "latency_1_thread_ms"),
        figure(row, "latency_4_threads_ms"),
        figure(row, "fps_4_threads"));
  }

  private static OptionalDouble figure(DataRow row, String column) {
    String text = row.text(column);
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  private static List<Disagreement> disagreements(String model, List<DataRow> disputes) {
    List<Disagreement> own = new ArrayList<>();
    for (DataRow row : disputes) {
      if (concerns(row.text("models"), model)) {
        own.add(
            new Disagreement(
                row.text("field"),
                row.text("a"),
                row.text("a_source"),
                row.text("b"),
                row.text("b_source"),
                row.text("taken")));
      }
    }
    return own;
  }

  /**
   * Whether a list of names, of which some stand for several by a star at the end, has the name.
   */
  static boolean concerns(String names, String model) {
    for (String name : names.split(" ", -1)) {
      boolean several = name.endsWith("*");
      if (several ? model.startsWith(name.substring(0, name.length() - 1)) : model.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
