// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.zoo.NamedModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
      description = {
        "Model file, .bin or .onnx, or the name of a fetched model, see 'bpu4j models';",
        "by default the model that a runtime bundles."
      })
  private @Nullable Path model;

  @Mixin private RuntimeOptions runtime = new RuntimeOptions();

  @Mixin private SchedulingOptions scheduling = new SchedulingOptions();

  @Mixin private StatedOptions stated = new StatedOptions();
  @Mixin private DecodeOptions decoding = new DecodeOptions();

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

  /** How many pictures are inferred at the same time; not yet checked. */
  public int concurrency() {
    return concurrency;
  }

  /** The limits that pictures are decoded with. */
  public DecodeOptions decoding() {
    return decoding;
  }

  /**
   * Opens another classifier on the same terms, with pictures converted as the options say.
   *
   * @param other its model; null for the same one, of which then all is stated that the options say
   * @param name of its runtime; null for the first one that supports it
   * @param more applies the command's own options
   */
  public Classifier openSecond(
      @Nullable Path other, @Nullable String name, Consumer<ClassifierBuilder> more) {
    try {
      ClassifierBuilder builder = terms();
      (other == null ? modelFile() : file(other)).ifPresent(builder::model);
      if (name != null) {
        builder.runtime(name);
      }
      if (other == null) {
        stated.applyTo(builder);
      } else {
        stated.applyToAny(builder);
      }
      more.accept(builder);
      return builder.open();
    } catch (IllegalArgumentException e) {
      throw usage(Failures.text(e), e);
    }
  }

  /** The file that a value of an option for models means. */
  public Optional<Path> file(Path value) {
    return Optional.of(NamedModel.file(value));
  }

  /** The file of the model; empty for the one that a runtime bundles. */
  public Optional<Path> modelFile() {
    return Optional.ofNullable(model).map(NamedModel::file);
  }

  private ClassifierBuilder builder() {
    Path file = model == null ? null : NamedModel.file(model);
    runtime.requireLibraryIsUsed(file);
    runtime.applyLibrary();
    ClassifierBuilder builder = terms();
    if (file != null) {
      builder.model(file);
    }
    scheduling.choose(builder, runtime.chosen());
    stated.applyTo(builder);
    return builder;
  }

  private ClassifierBuilder terms() {
    return Classifier.builder()
        .timeout(timeout)
        .concurrency(concurrency)
        .decodeLimits(decoding.limits())
        .force(force);
  }

  private ParameterException usage(String message, Exception cause) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message, cause);
  }
}
