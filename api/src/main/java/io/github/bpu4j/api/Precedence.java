// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.ClassifierSettings.Origin;
import io.github.bpu4j.api.ClassifierSettings.Setting;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only place that decides whose word counts: the program's, then the metadata's, then the model
 * file's, then the default.
 */
final class Precedence {
  private static final Logger LOG = LoggerFactory.getLogger(Classifier.class);
  private static final int IMAGENET_CLASSES = 1000;

  private final ClassifierOptions options;
  private final ModelMetadata metadata;
  private final @Nullable Setting<Labels> statedLabels;

  private Precedence(
      ClassifierOptions options, ModelMetadata metadata, @Nullable Setting<Labels> statedLabels) {
    this.options = options;
    this.metadata = metadata;
    this.statedLabels = statedLabels;
  }

  /**
   * Reads the metadata, once.
   *
   * @param model the file that will be loaded; null for a model that a runtime bundles
   */
  static Precedence of(ClassifierOptions options, @Nullable Path model) {
    try {
      ModelMetadata metadata = metadata(options, model);
      return new Precedence(options, metadata, labels(options, metadata, model));
    } catch (IOException e) {
      throw new ModelLoadException("cannot use the metadata: " + e.getMessage(), e);
    }
  }

  private static ModelMetadata metadata(ClassifierOptions options, @Nullable Path model)
      throws IOException {
    if (options.metadata() != null) {
      return options.metadata();
    }
    if (model == null) {
      return ModelMetadata.empty();
    }
    Optional<ModelMetadata> beside = ModelMetadata.find(model);
    beside.ifPresent(found -> LOG.debug("read {}", ModelMetadata.fileFor(model)));
    return beside.orElse(ModelMetadata.empty());
  }

  private static @Nullable Setting<Labels> labels(
      ClassifierOptions options, ModelMetadata metadata, @Nullable Path model) throws IOException {
    if (options.labels() != null) {
      return new Setting<>(options.labels(), Origin.OPTION);
    }
    if (metadata.labels().isEmpty()) {
      return null;
    }
    Path folder = model == null ? Path.of("") : model.resolveSibling("");
    return new Setting<>(metadata.labels().get().load(folder), Origin.METADATA);
  }

  /** What the runtime has to know before it loads the file. */
  LoadOptions loadOptions() {
    LoadOptions load = options.loadOptions();
    if (load.modelName().isEmpty() && metadata.modelName().isPresent()) {
      load = load.withModelName(metadata.modelName().get());
    }
    if (load.outputName().isEmpty() && metadata.outputName().isPresent()) {
      load = load.withOutputName(metadata.outputName().get());
    }
    ColorInput input = options.colorInput();
    if (input == null) {
      input = metadata.colorInput().orElse(null);
    }
    if (input != null) {
      load = load.withColorInput(input);
    }
    return statedLabels == null ? load : load.withExpectedClasses(statedLabels.value().size());
  }

  /** Refuses what contradicts the input of a model that was loaded. */
  void requireFits(ModelInfo info) {
    if (info.colorInput().isPresent()) {
      return;
    }
    String inside = "model " + info.name() + " takes NV12: order, mean and scale are inside it; ";
    if (metadata.colorInput().isPresent()) {
      throw new ModelMismatchException(inside + "remove input from its metadata");
    }
    if (options.colorInput() != null && options.models().size() <= 1) {
      throw new ModelMismatchException(inside + "leave colorInput out");
    }
  }

  /** The preprocessing for a model that was loaded. */
  Preprocessing preprocessing(ModelInfo info) {
    return new Preprocessing(
        fit().value(), interpolation().value(), range(info).value(), chroma().value());
  }

  /**
   * Everything that was decided.
   *
   * @param warmUp the scores of the warm-up, which show what kind of values the model returns
   */
  ClassifierSettings settings(ModelInfo info, float[] warmUp) {
    Optional<ColorInput> input = info.colorInput();
    return new ClassifierSettings(
        first(options.loadOptions().modelName(), metadata.modelName(), info.name()),
        input.map(used -> new Setting<>(used, colorOrigin())),
        range(info),
        chroma(),
        fit(),
        interpolation(),
        first(
            options.loadOptions().outputName(),
            metadata.outputName(),
            info.outputs().isEmpty() ? "" : info.outputs().get(0).name()),
        transform(info, warmUp),
        labels(info));
  }

  private Origin colorOrigin() {
    if (options.colorInput() != null) {
      return Origin.OPTION;
    }
    return metadata.colorInput().isPresent() ? Origin.METADATA : Origin.FILE;
  }

  private Setting<Fit> fit() {
    return first(
        options.preprocessing().fit(), metadata.fit(), none(), Preprocessing.defaults().fit());
  }

  private Setting<Interpolation> interpolation() {
    return first(
        options.preprocessing().interpolation(),
        metadata.interpolation(),
        none(),
        Preprocessing.defaults().interpolation());
  }

  private Setting<ChromaSiting> chroma() {
    return first(
        options.preprocessing().chroma(),
        metadata.chroma(),
        none(),
        Preprocessing.defaults().chroma());
  }

  /** The runtime fills an input of colors from NV12 of its own range, whatever else is stated. */
  private Setting<YuvRange> range(ModelInfo info) {
    Optional<YuvRange> file = info.range() == YuvRange.AUTO ? none() : Optional.of(info.range());
    Setting<YuvRange> stated =
        first(options.preprocessing().range(), metadata.range(), file, YuvRange.VIDEO);
    return info.colorInput().isPresent() && file.isPresent()
        ? new Setting<>(file.get(), Origin.FILE)
        : stated;
  }

  private Setting<ScoreTransform> transform(ModelInfo info, float[] warmUp) {
    ScoreTransform asked = options.scoreTransform();
    return first(
        asked == ScoreTransform.AUTO ? none() : Optional.of(asked),
        metadata.transform(),
        info.probabilities().map(done -> done ? ScoreTransform.NONE : ScoreTransform.SOFTMAX),
        OutputKind.of(warmUp).transform());
  }

  private Setting<Labels> labels(ModelInfo info) {
    if (statedLabels != null) {
      return statedLabels;
    }
    if (info.classes() == IMAGENET_CLASSES) {
      return new Setting<>(Labels.imagenet(), Origin.DEFAULT);
    }
    LOG.info(
        "{} has {} classes and no labels were given; they are named class_<i>",
        info.name(),
        info.classes());
    return new Setting<>(Labels.numbered(info.classes()), Origin.DEFAULT);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static Setting<String> first(
      Optional<String> option, Optional<String> metadata, String file) {
    return first(option, metadata, Optional.of(file), file);
  }

  /** The rule. */
  private static <T> Setting<T> first(
      Optional<T> option, Optional<T> metadata, Optional<T> file, T otherwise) {
    return option
        .map(value -> new Setting<>(value, Origin.OPTION))
        .or(() -> metadata.map(value -> new Setting<>(value, Origin.METADATA)))
        .or(() -> file.map(value -> new Setting<>(value, Origin.FILE)))
        .orElseGet(() -> new Setting<>(otherwise, Origin.DEFAULT));
  }
}
