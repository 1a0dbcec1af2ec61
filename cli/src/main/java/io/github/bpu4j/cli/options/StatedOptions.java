// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.metadata.LabelSource;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.PathCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the command line states of a model: the facts that its metadata may hold as well. */
public final class StatedOptions {
  private static final String IMAGENET = "imagenet";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--model-name",
      paramLabel = "NAME",
      description = "Which model to use if the file packs several.")
  private @Nullable String modelName;

  @Option(
      names = "--output-name",
      paramLabel = "NAME",
      description = "Which output holds the scores, if there are several.")
  private @Nullable String outputName;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = {
        "Labels: one per line, or JSON; or the word imagenet.",
        "Default: the metadata's, else ImageNet's if there are 1000 classes."
      })
  private @Nullable Path labels;

  @Option(
      names = "--background",
      description = "The model has a class 0, background, before those of --labels.")
  private boolean background;

  @Mixin private ColorOptions colors = new ColorOptions();
  @Mixin private PreprocessingOptions preprocessing = new PreprocessingOptions();

  @Option(
      names = "--transform",
      paramLabel = "TRANSFORM",
      description =
          "How scores are computed from the output: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private ScoreTransform transform = ScoreTransform.AUTO;

  /** Passes on what is given. */
  public void applyTo(ClassifierBuilder builder) {
    applyToAny(builder);
    builder.scoreTransform(transform);
    colors.input().ifPresent(builder::colorInput);
    if (modelName != null) {
      builder.modelName(modelName);
    }
    if (outputName != null) {
      builder.outputName(outputName);
    }
  }

  /** Passes on what holds for any model of the same classes: how pictures fit, and the labels. */
  void applyToAny(ClassifierBuilder builder) {
    preprocessing.applyTo(builder);
    if (labels == null && background) {
      throw usage("--background needs --labels: it comes before them", null);
    }
    if (labels != null) {
      Labels read = readLabels(labels);
      builder.labels(background ? read.withBackground() : read);
    }
  }

  /**
   * Puts what is given in the place of what the metadata says.
   *
   * @param model whose folder a label file has to be in; others are copied into the metadata
   */
  public ModelMetadata applyTo(ModelMetadata metadata, Path model) {
    ModelMetadata.Builder changed = metadata.toBuilder();
    preprocessing.applyTo(changed);
    if (transform != ScoreTransform.AUTO) {
      changed.transform(transform);
    }
    colors.input().ifPresent(changed::colorInput);
    if (modelName != null) {
      changed.modelName(modelName);
    }
    if (outputName != null) {
      changed.outputName(outputName);
    }
    if (labels != null) {
      changed.labels(source(labels, model).withBackground(background));
    } else if (background) {
      changed.labels(
          metadata
              .labels()
              .orElseThrow(() -> usage("--background needs --labels: it comes before them", null))
              .withBackground(true));
    }
    return changed.build();
  }

  private LabelSource source(Path file, Path model) {
    if (file.toString().equals(IMAGENET)) {
      return new LabelSource.Imagenet(false);
    }
    Labels read = readLabels(file);
    Path beside = model.toAbsolutePath().resolveSibling(file.getFileName());
    return beside.equals(file.toAbsolutePath().normalize())
        ? new LabelSource.File(file.getFileName().toString(), false)
        : new LabelSource.Inline(read.names(), false);
  }

  private Labels readLabels(Path file) {
    if (file.toString().equals(IMAGENET)) {
      return Labels.imagenet();
    }
    try {
      return Labels.read(PathCheck.file(file, "a file with one label per line, or JSON"));
    } catch (IOException e) {
      throw usage("--labels: " + Failures.text(e), e);
    }
  }

  private ParameterException usage(String message, @Nullable Exception cause) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message, cause);
  }
}
