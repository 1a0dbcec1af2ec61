// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.Objects;
import java.util.Optional;

/**
 * How the value ranges for quantization were found when the model was built.
 *
 * @param method such as {@code max}, {@code kl} or {@code default}
 * @param percentile the part of the values kept by {@code max}, if set
 * @param perChannel whether each channel got a range of its own, if recorded
 * @param dataType the number format of the samples, if recorded
 * @param folder where the samples lay on the machine that built the model, if recorded
 * @since 0.1.0
 */
public record Calibration(
    String method,
    Optional<String> percentile,
    Optional<Boolean> perChannel,
    Optional<String> dataType,
    Optional<String> folder) {
  /** Checks that nothing is null. */
  public Calibration {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(percentile, "percentile");
    Objects.requireNonNull(perChannel, "perChannel");
    Objects.requireNonNull(dataType, "dataType");
    Objects.requireNonNull(folder, "folder");
  }
}
