// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.folder;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.convert.data.CalibrationData;
import io.github.bpu4j.cli.convert.plan.ConversionPlan;
import io.github.bpu4j.cli.info.model.Notation;
import io.github.bpu4j.preprocess.YuvRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The compiler's settings for a plan, all that matter written out: by default the compiler neither
 * normalizes nor optimizes, and reads bytes.
 *
 * <p>Paths are relative to the folder of the file, so that no path of this machine is in it.
 */
public final class YamlText {
  /** The architecture of the BPU on the RDK X5; the compiler takes others without a word. */
  public static final String MARCH = "bayes-e";

  private YamlText() {}

  /**
   * Writes the settings.
   *
   * @param optimization {@code O3}, or {@code O0} for a draft
   */
  public static String of(ConversionPlan plan, String optimization) {
    return """
    model_parameters:
      onnx_model: '%1$s.onnx'
      march: '%2$s'
      working_dir: 'build'
      output_model_file_prefix: '%1$s'
    input_parameters:
      input_name: '%3$s'
    %4$s  input_type_rt: 'nv12'
      input_space_and_range: '%5$s'
      input_type_train: '%6$s'
      input_layout_train: '%7$s'
      norm_type: '%8$s'
    %9$scalibration_parameters:
      cal_data_dir: '%10$s'
      cal_data_type: 'float32'
      calibration_type: 'default'
    compiler_parameters:
      compile_mode: 'latency'
      core_num: 1
      optimize_level: '%11$s'
    """
        .formatted(
            plan.name(),
            MARCH,
            plan.inputName().replace("'", "''"),
            plan.fixedShape()
                .map(shape -> "  input_shape: '" + Notation.shape(shape) + "'\n")
                .orElse(""),
            range(plan.range()),
            plan.colors().order().name().toLowerCase(Locale.ROOT),
            plan.layout(),
            normalization(plan.colors()),
            numbers(plan.colors()),
            CalibrationData.FOLDER,
            optimization);
  }

  /** The compiler's word for a color range. */
  public static String range(YuvRange range) {
    return range == YuvRange.VIDEO ? "bt601_video" : "regular";
  }

  /** The compiler's word for what it does with a pixel. */
  public static String normalization(ColorInput colors) {
    boolean mean = colors.mean().stream().anyMatch(number -> number != 0);
    boolean scale = colors.scale().stream().anyMatch(number -> number != 1);
    if (mean && scale) {
      return "data_mean_and_scale";
    }
    return mean ? "data_mean" : scale ? "data_scale" : "no_preprocess";
  }

  private static String numbers(ColorInput colors) {
    String kind = normalization(colors);
    return (kind.contains("mean") ? "  mean_value: '" + list(colors.mean()) + "'\n" : "")
        + (kind.contains("scale") ? "  scale_value: '" + list(colors.scale()) + "'\n" : "");
  }

  private static String list(List<Float> numbers) {
    return numbers.stream()
        .map(number -> new BigDecimal(number.toString()).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(" "));
  }
}
