// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A runtime in pure Java whose answers are scripted by a test.
 *
 * <p>It implements the whole contract of {@link InferenceRuntime}, so that code under test meets
 * the same lifecycle, timeouts and exceptions as on hardware. It loads any path without reading it,
 * and offers a default model. Its results are marked as simulated.
 *
 * <pre>{@code
 * ScriptedRuntime runtime = ScriptedRuntime.builder().scores(0.1f, 0.7f, 0.2f).build();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ScriptedRuntime implements InferenceRuntime {
  private final ModelInfo info;
  private final int rowPitch;
  private final Function<Nv12Picture, ScriptedAnswer> script;
  private final Duration closeTimeout;

  private ScriptedRuntime(
      ModelInfo info,
      int rowPitch,
      Function<Nv12Picture, ScriptedAnswer> script,
      Duration closeTimeout) {
    this.info = info;
    this.rowPitch = rowPitch;
    this.script = script;
    this.closeTimeout = closeTimeout;
  }

  /** Starts a script; without answers, scores depend on the picture's bytes alone. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String name() {
    return info.runtime();
  }

  @Override
  public Availability availability() {
    return Availability.yes("answers follow a script");
  }

  /** Always true; the path is not checked. */
  @Override
  public boolean supports(Path file) {
    return true;
  }

  @Override
  public ClassificationModel load(Path file, LoadOptions options) {
    Objects.requireNonNull(file, "file");
    return open(options);
  }

  @Override
  public Optional<DefaultModel> defaultModel() {
    return Optional.of(
        new DefaultModel() {
          @Override
          public String name() {
            return info.name();
          }

          @Override
          public ClassificationModel load(LoadOptions options) {
            return open(options);
          }
        });
  }

  private ClassificationModel open(LoadOptions options) {
    Objects.requireNonNull(options, "options");
    return new ScriptedModel(info, rowPitch, script, closeTimeout);
  }

  /**
   * Builds the script. Answers are used in the order in which they are added, the last one
   * repeatedly.
   *
   * <p>The first answer goes to the warm-up when a classifier is opened.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private final List<ScriptedAnswer> answers = new ArrayList<>();
    private Optional<Function<Nv12Picture, ScriptedAnswer>> byPicture = Optional.empty();
    private Optional<Boolean> probabilities = Optional.empty();
    private YuvRange range = YuvRange.AUTO;
    private int width = 224;
    private int height = 224;
    private int rowPitch;
    private int classes;
    private Duration closeTimeout = Duration.ofSeconds(10);

    private Builder() {}

    /** Sets the input size in pixels, even; default 224x224. */
    public Builder size(int pictureWidth, int pictureHeight) {
      width = pictureWidth;
      height = pictureHeight;
      return this;
    }

    /**
     * Sets the bytes from one input row to the next, for padding as on hardware; default: the
     * width.
     */
    public Builder rowPitch(int bytes) {
      rowPitch = bytes;
      return this;
    }

    /**
     * Sets the number of classes; default: the number of scores in the first answer, or else 1000.
     */
    public Builder classes(int count) {
      classes = count;
      return this;
    }

    /** Sets the color range that the model says it expects; default: unknown. */
    public Builder range(YuvRange expected) {
      range = expected;
      return this;
    }

    /** Sets whether the model says that its scores are probabilities; default: unknown. */
    public Builder probabilities(boolean stated) {
      probabilities = Optional.of(stated);
      return this;
    }

    /** Sets how long closing a model waits for pictures in flight; default 10 s. */
    public Builder closeTimeout(Duration patience) {
      closeTimeout = patience;
      return this;
    }

    /** Adds an answer with these scores. */
    public Builder scores(float... scores) {
      return answer(ScriptedAnswer.scores(scores));
    }

    /** Adds an {@link io.github.bpu4j.api.error.InferenceException} as an answer. */
    public Builder failure(String message) {
      return answer(ScriptedAnswer.failure(message));
    }

    /** Adds an answer. */
    public Builder answer(ScriptedAnswer answer) {
      answers.add(answer);
      return this;
    }

    /**
     * Computes answers from the picture, including the warm-up's, instead of using a list of
     * answers.
     */
    public Builder byPicture(Function<Nv12Picture, ScriptedAnswer> script) {
      byPicture = Optional.of(script);
      return this;
    }

    /**
     * Creates the runtime.
     *
     * @throws IllegalArgumentException if scripted scores and classes differ in number
     */
    public ScriptedRuntime build() {
      int count = classes > 0 ? classes : ScriptedAnswers.classes(answers).orElse(1000);
      ScriptedAnswers.check(answers, count);
      return new ScriptedRuntime(
          ScriptedModel.info(width, height, count, range, probabilities),
          rowPitch > 0 ? rowPitch : width,
          byPicture.orElseGet(() -> ScriptedAnswers.inOrder(answers, count)),
          closeTimeout);
    }
  }
}
