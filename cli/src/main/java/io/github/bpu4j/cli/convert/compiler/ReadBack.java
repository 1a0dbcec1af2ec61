// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.compiler;

import io.github.bpu4j.cli.convert.data.CalibrationData;
import io.github.bpu4j.cli.convert.folder.YamlText;
import io.github.bpu4j.cli.convert.plan.ConversionPlan;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.modelfile.Calibration;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a compiled file says of itself with what was asked for, key by key. */
final class ReadBack {
  private static final double TOLERANCE = 1e-6;

  private static final Pattern NEUTRAL =
      Pattern.compile("(?:/[^/]+)*/" + Compilation.NEUTRAL + "[^/]+/" + CalibrationData.FOLDER);

  private final List<Row> rows = new ArrayList<>();

  /**
   * A key of both.
   *
   * @param asked what the settings say
   * @param found what the file says
   * @param isAsked whether they are the same
   */
  record Row(String key, String asked, String found, boolean isAsked) {}

  private ReadBack() {}

  /** Reads a file. */
  static List<Row> of(ConversionPlan plan, String optimization, Path file) throws IOException {
    ModelDescription model = ModelFile.read(file).models().get(0);
    InputDescription input = model.inputs().get(0);
    ReadBack all = new ReadBack();
    all.add("march", YamlText.MARCH, model.march().orElse("none"));
    all.add("model name", plan.name(), model.name());
    all.add("input type", "NV12", input.type().toString());
    all.add(
        "input size",
        plan.size().width() + "x" + plan.size().height(),
        input.width() + "x" + input.height());
    all.add("color range", plan.range().name(), input.colorRange().map(Enum::name).orElse("none"));
    all.add(
        "channel order",
        plan.colors().order().name().toLowerCase(Locale.ROOT),
        input.trainingOrder().orElse("none"));
    all.add("layout", plan.layout().name(), input.trainingLayout().map(Enum::name).orElse("none"));
    String normalization = YamlText.normalization(plan.colors());
    all.add("normalization", normalization, input.normalization().orElse("none"));
    if (normalization.contains("mean")) {
      all.numbers("mean", plan.colors().mean(), input.mean());
    }
    if (normalization.contains("scale")) {
      all.numbers("scale", plan.colors().scale(), input.scale());
    }
    all.add(
        "classes",
        Integer.toString(plan.classes()),
        model.outputs().stream()
            .flatMapToInt(output -> output.classes().stream())
            .mapToObj(Integer::toString)
            .filter(Integer.toString(plan.classes())::equals)
            .findFirst()
            .orElse("others"));
    Optional<Calibration> calibration = model.calibration();
    all.add("calibration", "default", calibration.map(Calibration::method).orElse("none"));
    all.calibrationData(calibration.flatMap(Calibration::folder).orElse("none"));
    all.add(
        "calibration type", "float32", calibration.flatMap(Calibration::dataType).orElse("none"));
    all.add("compiled for", "latency", model.compileMode().orElse("none"));
    all.add("optimization", optimization, optimization(model));
    return all.rows;
  }

  /** The file keeps the path, so it must be one that tells nothing of the user. */
  private void calibrationData(String found) {
    String asked = Compilation.NEUTRAL + ".../" + CalibrationData.FOLDER;
    rows.add(new Row("calibration data", asked, found, NEUTRAL.matcher(found).matches()));
  }

  private void add(String key, String asked, String found) {
    rows.add(new Row(key, asked, found, asked.equals(found)));
  }

  private void numbers(String key, List<Float> asked, List<Double> found) {
    boolean same = asked.size() == found.size();
    for (int i = 0; same && i < asked.size(); i++) {
      double difference = Math.abs(asked.get(i) - found.get(i));
      same = difference <= TOLERANCE * Math.max(1, Math.abs(asked.get(i)));
    }
    rows.add(new Row(key, asked.toString(), found.toString(), same));
  }

  private static String optimization(ModelDescription model) {
    String parameters = model.metadata().getOrDefault("hbdk_pass_through_params", "");
    return Stream.of(parameters.strip().split("\\s+", -1))
        .filter(word -> word.matches("--O\\d"))
        .map(word -> word.substring(2))
        .findFirst()
        .orElse("none");
  }

  static String page(List<Row> rows, Texts texts) {
    return rows.stream()
        .map(
            row ->
                row.isAsked()
                    ? line(row.key(), row.found())
                    : line(
                        row.key(),
                        texts.text(
                            "convert.asked-for", "%s, ASKED FOR %s", row.found(), row.asked())))
        .collect(Collectors.joining());
  }

  private static String line(String key, String value) {
    return String.format(Locale.ROOT, "  %-17s %s%n", key, value);
  }
}
