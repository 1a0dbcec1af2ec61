// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that convert pictures to NV12; each is empty unless given. */
public final class PreprocessingOptions {
  @Option(
      names = "--fit",
      paramLabel = "FIT",
      description = "How the picture fills the input: ${COMPLETION-CANDIDATES} (STRETCH).")
  private @Nullable Fit fit;

  @Option(
      names = "--interpolation",
      paramLabel = "METHOD",
      description = "How it is resized: ${COMPLETION-CANDIDATES} (LINEAR).")
  private @Nullable Interpolation interpolation;

  @Option(
      names = "--range",
      paramLabel = "RANGE",
      description = {
        "Value range of the pixels: ${COMPLETION-CANDIDATES} (AUTO).",
        "AUTO uses what the metadata or the model says, or else VIDEO."
      })
  private YuvRange range = YuvRange.AUTO;

  @Option(
      names = "--chroma",
      paramLabel = "SITING",
      description = "Chroma siting in a 2x2 block: ${COMPLETION-CANDIDATES} (TOP_LEFT).")
  private @Nullable ChromaSiting chroma;

  /** What is given, and the defaults. */
  public Preprocessing preprocessing() {
    Preprocessing defaults = Preprocessing.defaults();
    return new Preprocessing(
        fit == null ? defaults.fit() : fit,
        interpolation == null ? defaults.interpolation() : interpolation,
        range,
        chroma == null ? defaults.chroma() : chroma);
  }

  void applyTo(ClassifierBuilder builder) {
    builder.range(range);
    if (fit != null) {
      builder.fit(fit);
    }
    if (interpolation != null) {
      builder.interpolation(interpolation);
    }
    if (chroma != null) {
      builder.chroma(chroma);
    }
  }

  void applyTo(ModelMetadata.Builder metadata) {
    if (range != YuvRange.AUTO) {
      metadata.range(range);
    }
    if (fit != null) {
      metadata.fit(fit);
    }
    if (interpolation != null) {
      metadata.interpolation(interpolation);
    }
    if (chroma != null) {
      metadata.chroma(chroma);
    }
  }
}
