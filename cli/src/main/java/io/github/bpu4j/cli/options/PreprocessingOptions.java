// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import picocli.CommandLine.Option;

/** Options of the commands that convert pictures to NV12. */
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
        "Value range of the pixels: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).",
        "AUTO uses what the model says, or else VIDEO."
      })
  private YuvRange range = Preprocessing.defaults().range();

  @Option(
      names = "--chroma",
      paramLabel = "SITING",
      description = "Chroma siting in a 2x2 block: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private ChromaSiting chroma = Preprocessing.defaults().chroma();

  public Preprocessing preprocessing() {
    return new Preprocessing(fit, interpolation, range, chroma);
  }
}
