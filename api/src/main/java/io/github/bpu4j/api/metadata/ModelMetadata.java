// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.metadata;

import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What must be known of a model besides its file, and what the file need not say.
 *
 * <p>It stands in a JSON file beside the model, named like the model with {@code .metadata.json}
 * added, and is read when the model is opened. The resource {@code model-metadata.schema.json} of
 * this package describes the format, version 1, as a JSON Schema. What a program states takes
 * precedence over it, and it takes precedence over what the model file says.
 *
 * <p>Created with {@link #builder()}, because later versions may add facts. Every fact is empty
 * unless stated.
 *
 * @param labels the labels of the classes
 * @param fit how a picture fills the input
 * @param interpolation how it is resized
 * @param range the color range of an NV12 input; not AUTO
 * @param chroma the chroma siting of an NV12 input
 * @param colorInput how an input that takes colors is filled; must be empty for NV12, which has
 *     order, mean and scale inside the model
 * @param transform how scores are computed from the output; not AUTO
 * @param modelName the model of a packed file
 * @param outputName the output that holds the scores
 * @param info free facts, such as source, sha256 and license; values are strings, numbers ({@link
 *     java.math.BigDecimal} when read), booleans, lists or maps of these
 * @since 0.1.0
 */
public record ModelMetadata(
    Optional<LabelSource> labels,
    Optional<Fit> fit,
    Optional<Interpolation> interpolation,
    Optional<YuvRange> range,
    Optional<ChromaSiting> chroma,
    Optional<ColorInput> colorInput,
    Optional<ScoreTransform> transform,
    Optional<String> modelName,
    Optional<String> outputName,
    Map<String, Object> info) {
  /** What is added to a model file's name. */
  public static final String SUFFIX = ".metadata.json";

  private static final ModelMetadata EMPTY = builder().build();

  public ModelMetadata {
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(fit, "fit");
    Objects.requireNonNull(interpolation, "interpolation");
    Objects.requireNonNull(chroma, "chroma");
    Objects.requireNonNull(colorInput, "colorInput");
    if (range.equals(Optional.of(YuvRange.AUTO))) {
      throw new IllegalArgumentException("range: got AUTO, expected FULL, VIDEO or none");
    }
    if (transform.equals(Optional.of(ScoreTransform.AUTO))) {
      throw new IllegalArgumentException(
          "transform: got AUTO, expected NONE, SOFTMAX, SIGMOID or none");
    }
    requireText("modelName", modelName);
    requireText("outputName", outputName);
    info = FreeFacts.copyOf(info);
  }

  private static void requireText(String name, Optional<String> value) {
    if (value.equals(Optional.of(""))) {
      throw new IllegalArgumentException(name + ": got an empty text, expected a name or none");
    }
  }

  /** Returns metadata that states nothing. */
  public static ModelMetadata empty() {
    return EMPTY;
  }

  /** Starts with nothing stated. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts with what is stated here. */
  public Builder toBuilder() {
    Builder copy = new Builder();
    copy.labels = labels;
    copy.fit = fit;
    copy.interpolation = interpolation;
    copy.range = range;
    copy.chroma = chroma;
    copy.colorInput = colorInput;
    copy.transform = transform;
    copy.modelName = modelName;
    copy.outputName = outputName;
    copy.info = info;
    return copy;
  }

  /** Returns the place of a model's metadata: {@code resnet18.onnx.metadata.json} beside it. */
  public static Path fileFor(Path model) {
    return model.resolveSibling(model.getFileName() + SUFFIX);
  }

  /**
   * Reads the metadata beside a model; empty if there is no such file.
   *
   * @throws IOException as {@link #read} does
   */
  public static Optional<ModelMetadata> find(Path model) throws IOException {
    Path file = fileFor(model);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * Reads metadata.
   *
   * @throws IOException if the file cannot be read, or holds anything that version 1 does not know;
   *     the message names file, line and key
   */
  public static ModelMetadata read(Path file) throws IOException {
    return MetadataReader.read(file);
  }

  /** Returns the text of the file, indented, with a line break at its end. */
  public String toJson() {
    return MetadataWriter.text(this);
  }

  /**
   * Collects facts. Not thread-safe.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private Optional<LabelSource> labels = Optional.empty();
    private Optional<Fit> fit = Optional.empty();
    private Optional<Interpolation> interpolation = Optional.empty();
    private Optional<YuvRange> range = Optional.empty();
    private Optional<ChromaSiting> chroma = Optional.empty();
    private Optional<ColorInput> colorInput = Optional.empty();
    private Optional<ScoreTransform> transform = Optional.empty();
    private Optional<String> modelName = Optional.empty();
    private Optional<String> outputName = Optional.empty();
    private Map<String, Object> info = Map.of();

    private Builder() {}

    /** Sets the labels of the classes. */
    public Builder labels(LabelSource stated) {
      labels = Optional.of(stated);
      return this;
    }

    /** Sets how a picture fills the input. */
    public Builder fit(Fit stated) {
      fit = Optional.of(stated);
      return this;
    }

    /** Sets how a picture is resized. */
    public Builder interpolation(Interpolation stated) {
      interpolation = Optional.of(stated);
      return this;
    }

    /** Sets the color range of an NV12 input, FULL or VIDEO. */
    public Builder range(YuvRange stated) {
      range = Optional.of(stated);
      return this;
    }

    /** Sets the chroma siting. */
    public Builder chroma(ChromaSiting stated) {
      chroma = Optional.of(stated);
      return this;
    }

    /** Sets how an input that takes colors is filled. */
    public Builder colorInput(ColorInput stated) {
      colorInput = Optional.of(stated);
      return this;
    }

    /** Sets how scores are computed: NONE, SOFTMAX or SIGMOID. */
    public Builder transform(ScoreTransform stated) {
      transform = Optional.of(stated);
      return this;
    }

    /** Sets which model of a packed file it is. */
    public Builder modelName(String stated) {
      modelName = Optional.of(stated);
      return this;
    }

    /** Sets which output holds the scores. */
    public Builder outputName(String stated) {
      outputName = Optional.of(stated);
      return this;
    }

    /** Sets the free facts, in place of those before. */
    public Builder info(Map<String, Object> facts) {
      info = facts;
      return this;
    }

    /**
     * Returns the metadata.
     *
     * @throws IllegalArgumentException if a fact is out of range
     */
    public ModelMetadata build() {
      return new ModelMetadata(
          labels,
          fit,
          interpolation,
          range,
          chroma,
          colorInput,
          transform,
          modelName,
          outputName,
          info);
    }
  }
}
