// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import picocli.CommandLine.Option;

/** The options that every command shares which turns pictures into NV12. */
public final class PreprocessingOptions {
  @Option(
      names = "--fit",
      paramLabel = "FIT",
      description = "How the picture fills the input: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Fit fit = Preprocessing.defaults().fit();

  @Option(
      names = "--interpolation",
      paramLabel = "METHOD",
      description = "How it is resized: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Interpolation interpolation = Preprocessing.defaults().interpolation();

  @Option(
      names = "--range",
      paramLabel = "RANGE",
      description = {
        "Numbers for black and white: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).",
        "AUTO is what the model says, else VIDEO."
      })
  private YuvRange range = Preprocessing.defaults().range();

  @Option(
      names = "--chroma",
      paramLabel = "SITING",
      description = "Color of a 2x2 block: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private ChromaSiting chroma = Preprocessing.defaults().chroma();

  public Preprocessing preprocessing() {
    return new Preprocessing(fit, interpolation, range, chroma);
  }
}
