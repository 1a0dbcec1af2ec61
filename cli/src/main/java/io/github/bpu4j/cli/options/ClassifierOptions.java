// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.PathCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for opening a classifier. */
public final class ClassifierOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = {"-m", "--model", "--model_file"},
      paramLabel = "FILE",
      description = "Model file, .bin or .onnx; by default the model that a runtime bundles.")
  private @Nullable Path model;

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
      description =
          "Labels: one per line, or JSON; ImageNet's by default if there are 1000 classes.")
  private @Nullable Path labels;

  @Mixin private RuntimeOptions runtime = new RuntimeOptions();

  @Mixin private SchedulingOptions scheduling = new SchedulingOptions();

  @Mixin private PreprocessingOptions preprocessing = new PreprocessingOptions();
  @Mixin private DecodeOptions decoding = new DecodeOptions();

  @Option(
      names = "--transform",
      paramLabel = "TRANSFORM",
      description =
          "How scores are computed from the output: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private ScoreTransform transform = ScoreTransform.AUTO;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Longest time to wait for one answer, such as 500ms or 10s (10s).")
  private Duration timeout = Duration.ofSeconds(10);

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description =
          "How many pictures are inferred at the same time (${DEFAULT-VALUE}; perf: --threads).")
  private int concurrency = 2;

  @Option(
      names = "--force",
      description = "Load a model even if it was compiled for another BPU architecture.")
  private boolean force;

  /**
   * Opens the classifier.
   *
   * @param more applies the command's own options
   */
  public Classifier open(Consumer<ClassifierBuilder> more) {
    try {
      ClassifierBuilder builder = builder();
      more.accept(builder);
      return builder.open();
    } catch (IllegalArgumentException e) {
      throw usage(Failures.text(e), e);
    }
  }

  /** The limits that pictures are decoded with. */
  public DecodeOptions decoding() {
    return decoding;
  }

  private ClassifierBuilder builder() {
    runtime.requireLibraryIsUsed(model);
    runtime.applyLibrary();
    ClassifierBuilder builder =
        Classifier.builder()
            .preprocessing(preprocessing.preprocessing())
            .scoreTransform(transform)
            .timeout(timeout)
            .concurrency(concurrency)
            .decodeLimits(decoding.limits())
            .force(force);
    if (model != null) {
      builder.model(model);
    }
    if (modelName != null) {
      builder.modelName(modelName);
    }
    if (outputName != null) {
      builder.outputName(outputName);
    }
    scheduling.choose(builder, runtime.name());
    if (labels != null) {
      builder.labels(readLabels(labels));
    }
    return builder;
  }

  private Labels readLabels(Path file) {
    try {
      return Labels.read(PathCheck.file(file, "a file with one label per line, or JSON"));
    } catch (IOException e) {
      throw usage("--labels: " + Failures.text(e), e);
    }
  }

  private ParameterException usage(String message, Exception cause) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message, cause);
  }
}
